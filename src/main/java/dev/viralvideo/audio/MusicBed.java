package dev.viralvideo.audio;

import dev.viralvideo.audio.Note.Instrument;
import dev.viralvideo.audio.StringSound.Timbre;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * A synthesised, seeded music bed of exact length, streamed to a stereo 48 kHz WAV at about -20 LUFS. The same mood,
 * length and seed give the same bytes on every JVM.
 */
public final class MusicBed {
    /** Of the ring-out: the last chord is heard before it fades. */
    private static final double FADED = 0.7;

    private static final int DOTTED_EIGHTH = 3;
    private static final double PUMP = 0.4;

    private final Mood mood;
    private final List<Note> notes;
    private final long frames;
    private final double fadeFrames;
    private final Room room;
    private final Map<String, Timbre> timbres = new HashMap<>();
    private final List<Playing> playing = new ArrayList<>();
    private final double pumpDecay = Wavetable.decay(0.45);
    private int nextNote;
    private double pump;
    private double left;
    private double right;

    private MusicBed(Mood mood, double seconds, double ringOut, long seed) {
        this.mood = mood;
        Composition composition = Composition.of(mood, seconds, ringOut, seed);
        this.notes = composition.notes();
        this.frames = Math.round(seconds * WavWriter.RATE);
        this.fadeFrames = FADED * ringOut * WavWriter.RATE;
        double echoSeconds = DOTTED_EIGHTH * composition.stepSeconds();
        this.room = new Room((int) Math.round(echoSeconds * WavWriter.RATE), mood.echo());
    }

    /**
     * @param seconds over 0
     * @param ringOut seconds before the end at which the last chord is struck, over 0
     */
    public static void write(Mood mood, double seconds, double ringOut, long seed, Path file) throws IOException {
        new MusicBed(mood, seconds, ringOut, seed).write(file);
    }

    private record Playing(Instrument instrument, Sound sound, double left, double right) {}

    private void write(Path file) throws IOException {
        try (WavWriter wav = new WavWriter(file, 2, frames)) {
            for (long frame = 0; frame < frames; frame++) {
                start(frame);
                mix();
                double fade = fade(frame);
                wav.write(sample(left * fade));
                wav.write(sample(right * fade));
            }
            wav.finish();
        }
    }

    private void start(long frame) {
        while (nextNote < notes.size() && notes.get(nextNote).start() <= frame) {
            Note note = notes.get(nextNote++);
            double gain = note.velocity();
            playing.add(new Playing(
                    note.instrument(), sound(note), gain * (1 - note.pan()) / 2, gain * (1 + note.pan()) / 2));
            if (note.instrument() == Instrument.KICK) {
                pump = note.velocity();
            }
        }
    }

    private void mix() {
        double dryLeft = 0;
        double dryRight = 0;
        double roomLeft = 0;
        double roomRight = 0;
        double plucked = 0;
        pump *= pumpDecay;
        double ducked = 1 - PUMP * pump;
        for (Iterator<Playing> i = playing.iterator(); i.hasNext(); ) {
            Playing one = i.next();
            boolean pad = one.instrument() == Instrument.PAD;
            double sample = one.sound().next() * level(one.instrument()) * (pad ? ducked : 1);
            double send = send(one.instrument());
            dryLeft += sample * one.left();
            dryRight += sample * one.right();
            roomLeft += sample * one.left() * send;
            roomRight += sample * one.right() * send;
            plucked += one.instrument() == Instrument.PLUCK ? sample * (one.left() + one.right()) : 0;
            if (one.sound().over()) {
                i.remove();
            }
        }
        room.next(plucked, roomLeft, roomRight);
        left = dryLeft + room.outLeft;
        right = dryRight + room.outRight;
    }

    private static double level(Instrument instrument) {
        return switch (instrument) {
            case PAD -> 0.16;
            case PLUCK -> 0.42;
            case BASS -> 0.5;
            case KICK -> 0.75;
            case HAT -> 0.16;
            case CLAP -> 0.5;
            case SWELL -> 0.3;
        };
    }

    private static double send(Instrument instrument) {
        return switch (instrument) {
            case PAD -> 0.5;
            case PLUCK -> 0.6;
            case CLAP, SWELL -> 0.7;
            case HAT -> 0.2;
            case BASS, KICK -> 0;
        };
    }

    private Sound sound(Note note) {
        double hertz = Wavetable.hertz(note.pitch());
        return switch (note.instrument()) {
            case PAD -> StringSound.pad(timbre(note, 420, 3_600), hertz, note.frames(), note.pitch() * 0.37 % 1);
            case PLUCK -> StringSound.pluck(timbre(note, 700, 7_000), hertz, note.frames());
            case BASS -> StringSound.bass(timbre(note, 160, 900), hertz, note.frames());
            case KICK -> DrumSound.kick();
            case HAT -> DrumSound.hat(note.start());
            case CLAP -> DrumSound.clap(note.start());
            case SWELL -> DrumSound.swell(note.frames(), note.start());
        };
    }

    private Timbre timbre(Note note, double darkHertz, double brightHertz) {
        double hertz = Wavetable.hertz(note.pitch());
        double bright = darkHertz + (brightHertz - darkHertz) * (0.25 + 0.75 * mood.brightness());
        return timbres.computeIfAbsent(
                note.instrument() + " " + note.pitch(),
                key -> new Timbre(Wavetable.saw(hertz, darkHertz + hertz), Wavetable.saw(hertz, bright + hertz)));
    }

    private double fade(long frame) {
        double toEnd = (frames - 1 - frame) / fadeFrames;
        double in = Math.min(1, frame / (0.005 * WavWriter.RATE));
        return in * (toEnd >= 1 ? 1 : toEnd * toEnd * (3 - 2 * toEnd));
    }

    /** A curve that bends instead of clipping; under half of full scale it is nearly straight. */
    private static int sample(double value) {
        double x = Math.max(-3, Math.min(3, value));
        return (int) Math.round(x * (27 + x * x) / (27 + 9 * x * x) * 32_000);
    }
}

package dev.viralvideo.audio;

import dev.viralvideo.audio.Note.Instrument;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * The notes of a bed of any length: intro, build, full, a breath, full, and a last chord that rings out at the end. The
 * tempo bends a little so that whole bars fill the time.
 */
final class Composition {
    private static final int STEPS = 16;
    private static final int[][] SHAPES = {
        {0, 1, 2, 3, 2, 1}, {0, 2, 1, 3}, {3, 2, 1, 0, 1, 2}, {0, 2, 3, 1, 2}, {2, 0, 3, 1}
    };

    private final Mood mood;
    private final Random random;
    private final Harmony harmony;
    private final int[] shape;
    private final boolean[][] rhythms = new boolean[2][STEPS];
    private final List<Note> notes = new ArrayList<>();
    private final int bars;
    private final double stepSeconds;
    private final double seconds;

    private Composition(Mood mood, double seconds, double ringOut, long seed) {
        this.mood = mood;
        this.seconds = seconds;
        this.random = new Random(seed * 31 + 7);
        this.harmony = new Harmony(mood);
        this.shape = SHAPES[random.nextInt(SHAPES.length)];
        double bar = 240 / mood.tempo();
        double played = Math.max(seconds * 0.6, seconds - ringOut);
        this.bars = Math.max(1, (int) Math.round(played / bar));
        // a video shorter than a bar keeps its tempo and is simply cut into the ring-out
        double bent = played / bars;
        this.stepSeconds = Math.min(1.15 * bar, bent) / STEPS;
        for (boolean[] rhythm : rhythms) {
            for (int step = 0; step < STEPS; step++) {
                double likely = mood.density() * (step % 4 == 0 ? 1.5 : step % 2 == 0 ? 1.15 : 0.75);
                rhythm[step] = random.nextDouble() < likely;
            }
            rhythm[0] = true;
        }
    }

    /** @param ringOut seconds before the end at which the last chord is struck */
    static Composition of(Mood mood, double seconds, double ringOut, long seed) {
        Composition composition = new Composition(mood, seconds, ringOut, seed);
        composition.compose();
        composition.notes.sort(Comparator.comparingLong(Note::start));
        return composition;
    }

    /** In order of their start. */
    List<Note> notes() {
        return List.copyOf(notes);
    }

    /** Length of a sixteenth. */
    double stepSeconds() {
        return stepSeconds;
    }

    private void compose() {
        for (int bar = 0; bar < bars; bar++) {
            int energy = energy(bar);
            int degree = harmony.degree(bar);
            List<Integer> chord = harmony.chord(degree);
            pad(bar, chord);
            pluck(bar, chord, energy);
            if (energy >= 1) {
                steps(Instrument.BASS, mood.bass(), bar, harmony.bass(degree), 0);
            }
            if (energy >= 2) {
                steps(Instrument.HAT, mood.hat(), bar, 0, 0.25);
            }
            if (energy >= 3) {
                steps(Instrument.KICK, mood.kick(), bar, 0, 0);
                steps(Instrument.CLAP, mood.clap(), bar, 0, -0.1);
            }
            if (energy < 3 && bar + 1 < bars && energy(bar + 1) == 3) {
                add(
                        Instrument.SWELL,
                        bar,
                        STEPS / 2,
                        STEPS / 2,
                        0,
                        0.5 * mood.hat().level(),
                        0);
            }
        }
        ending();
    }

    /** 0: chords alone, 1: with bass, 2: with hats, 3: everything. */
    private int energy(int bar) {
        int intro = Math.min(2, bars / 6);
        boolean breath = bars >= 14 && (bar == bars * 5 / 8 || bar == bars * 5 / 8 + 1);
        if (bar < intro) {
            return bar == 0 ? 0 : 1;
        }
        if (breath) {
            return 1;
        }
        return bar < 2 * intro || bar == bars - 1 && bars > 3 ? 2 : 3;
    }

    private void pad(int bar, List<Integer> chord) {
        for (int i = 0; i < chord.size(); i++) {
            add(Instrument.PAD, bar, 0, STEPS, chord.get(i), mood.pad(), i % 2 == 0 ? -0.4 : 0.4);
        }
    }

    private void pluck(int bar, List<Integer> chord, int energy) {
        // a phrase of four bars: the same rhythm three times, then an answer
        boolean[] rhythm = rhythms[bar % 4 == 3 ? 1 : 0];
        int note = 0;
        for (int step = 0; step < STEPS; step++) {
            boolean thinned = energy == 0 && step % 4 != 0;
            if (!rhythm[step] || thinned) {
                continue;
            }
            int tone = chord.get(shape[note % shape.length] % chord.size());
            int octave = 12 + (energy == 3 && random.nextInt(6) == 0 ? 12 : 0);
            double accent = (step % 4 == 0 ? 1 : 0.72) * (0.88 + 0.12 * random.nextDouble());
            add(Instrument.PLUCK, bar, step, 4, tone + octave, mood.pluck() * accent, note % 2 == 0 ? -0.5 : 0.5);
            note++;
        }
    }

    private void steps(Instrument instrument, Mood.Part part, int bar, int pitch, double pan) {
        int next = STEPS;
        for (int step = STEPS - 1; step >= 0; step--) {
            double velocity = part.velocity(step);
            if (velocity > 0) {
                double human = instrument == Instrument.KICK ? 1 : 0.9 + 0.1 * random.nextDouble();
                add(instrument, bar, step, next - step, pitch, velocity * human, pan);
                next = step;
            }
        }
    }

    private void ending() {
        List<Integer> tonic = harmony.chord(0);
        int ring = (int) Math.ceil((seconds - bars * STEPS * stepSeconds) / stepSeconds) + 1;
        for (int i = 0; i < tonic.size(); i++) {
            add(Instrument.PAD, bars, 0, ring, tonic.get(i), mood.pad(), i % 2 == 0 ? -0.4 : 0.4);
            add(Instrument.PLUCK, bars, i, ring, tonic.get(i) + 12, mood.pluck(), i % 2 == 0 ? -0.5 : 0.5);
        }
        add(Instrument.BASS, bars, 0, ring, harmony.bass(0), mood.bass().level(), 0);
        add(Instrument.KICK, bars, 0, 1, 0, mood.kick().level(), 0);
    }

    private void add(Instrument instrument, int bar, int step, int length, int pitch, double velocity, double pan) {
        double late = step % 2 == 1 ? mood.swing() * stepSeconds / 2 : 0;
        double at = (bar * STEPS + step) * stepSeconds + late;
        if (velocity > 0 && at < seconds) {
            long frames = Math.round(length * stepSeconds * WavWriter.RATE);
            notes.add(new Note(instrument, Math.round(at * WavWriter.RATE), frames, pitch, velocity, pan));
        }
    }
}

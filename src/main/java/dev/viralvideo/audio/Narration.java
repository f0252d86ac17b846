package dev.viralvideo.audio;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * All speeches on one track, each sample-exact in its place and at the same loudness: a voice that brings every
 * utterance to full scale makes one with a loud vowel quiet.
 */
final class Narration {
    /** Of every speech on the track; leaves room for its peaks. */
    static final double LUFS = -23;

    private static final double GREATEST_GAIN_DB = 20;

    private Narration() {}

    /** Writes a mono WAV of the schedule's length. */
    static void write(List<Speech> speeches, Schedule schedule, Path file) throws IOException {
        long frames = Math.round(schedule.seconds() * WavWriter.RATE);
        try (WavWriter wav = new WavWriter(file, 1, frames)) {
            long at = 0;
            for (int i = 0; i < speeches.size(); i++) {
                long start = Math.round(schedule.slots().get(i).speechStart() * WavWriter.RATE);
                wav.silence(start - at);
                at = start + append(Path.of(speeches.get(i).file()), wav);
            }
            wav.silence(frames - at);
            wav.finish();
        }
    }

    private static long append(Path speech, WavWriter wav) throws IOException {
        double gain = gain(LoudnessMeter.of(speech));
        try (WavReader reader = new WavReader(speech)) {
            for (long i = 0; i < reader.frames(); i++) {
                int sample = reader.read();
                for (int c = 1; c < reader.channels(); c++) {
                    reader.read();
                }
                wav.write((int) Math.round(sample * gain));
            }
            return reader.frames();
        }
    }

    private static double gain(double lufs) {
        double db = Math.max(-GREATEST_GAIN_DB, Math.min(GREATEST_GAIN_DB, LUFS - lufs));
        return lufs <= LoudnessMeter.SILENT_LUFS ? 1 : StrictMath.pow(10, db / 20);
    }
}

package dev.viralvideo.audio;

/**
 * One period of a sound, made of as many harmonics as fit under 16 kHz, so that it never aliases. Only
 * {@link StrictMath} and plain arithmetic, so that every JVM makes the same samples.
 */
final class Wavetable {
    private static final int SIZE = 4096;
    private static final double[] SINE = sine();
    private static final double HIGHEST_HZ = 16_000;
    private static final int MOST_HARMONICS = 64;

    private final double[] samples;

    private Wavetable(double[] samples) {
        this.samples = samples;
    }

    /** A sawtooth through a low-pass filter of two poles at {@code cutoff} Hz. */
    static Wavetable saw(double hertz, double cutoff) {
        double[] samples = new double[SIZE + 1];
        for (int k = 1; k <= MOST_HARMONICS && k * hertz < HIGHEST_HZ; k++) {
            double ratio = k * hertz / cutoff;
            double amplitude = 0.6 / k / (1 + ratio * ratio);
            for (int i = 0; i <= SIZE; i++) {
                samples[i] += amplitude * SINE[k * i & SIZE - 1];
            }
        }
        return new Wavetable(samples);
    }

    /** @param phase 0 to under 1 */
    double at(double phase) {
        double place = phase * SIZE;
        int i = (int) place;
        return samples[i] + (samples[i + 1] - samples[i]) * (place - i);
    }

    static double sine(double phase) {
        double place = (phase - Math.floor(phase)) * SIZE;
        int i = (int) place & SIZE - 1;
        double next = SINE[i + 1 & SIZE - 1];
        return SINE[i] + (next - SINE[i]) * (place - Math.floor(place));
    }

    static double hertz(int pitch) {
        return 440 * StrictMath.pow(2, (pitch - 69) / 12.0);
    }

    /** What an exponential decay keeps each frame to fall to a thousandth after {@code seconds}. */
    static double decay(double seconds) {
        return StrictMath.exp(-6.908 / (seconds * WavWriter.RATE));
    }

    private static double[] sine() {
        double[] table = new double[SIZE];
        for (int i = 0; i < SIZE; i++) {
            table[i] = StrictMath.sin(2 * Math.PI * i / SIZE);
        }
        return table;
    }
}

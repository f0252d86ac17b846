package dev.viralvideo.audio;

/** Soft electronic drums: a falling sine, or filtered noise with an envelope. */
final class DrumSound implements Sound {
    private static final double CLICK_FREE = 1 / (0.002 * WavWriter.RATE);

    private final Kind kind;
    private final long frames;
    private long noise;
    private long frame;
    private double phase;
    private double low;
    private double lower;

    private DrumSound(Kind kind, long frames, long seed) {
        this.kind = kind;
        this.frames = frames;
        this.noise = seed * 2862933555777941757L + 3037000493L;
    }

    private enum Kind {
        KICK,
        HAT,
        CLAP,
        SWELL
    }

    static Sound kick() {
        return new DrumSound(Kind.KICK, seconds(0.42), 1);
    }

    static Sound hat(long seed) {
        return new DrumSound(Kind.HAT, seconds(0.11), seed);
    }

    static Sound clap(long seed) {
        return new DrumSound(Kind.CLAP, seconds(0.28), seed);
    }

    static Sound swell(long frames, long seed) {
        return new DrumSound(Kind.SWELL, frames, seed);
    }

    private static long seconds(double seconds) {
        return Math.round(seconds * WavWriter.RATE);
    }

    @Override
    public double next() {
        double t = frame / (double) frames;
        double in = Math.min(1, frame * CLICK_FREE);
        frame++;
        return in
                * switch (kind) {
                    case KICK -> kick(t);
                    case HAT -> 0.5 * high(0.55) * power(1 - t, 4);
                    case CLAP -> 1.6 * band() * bursts(t);
                    case SWELL -> 0.5 * high(0.25) * t * t * Math.min(1, (1 - t) * 40);
                };
    }

    private double kick(double t) {
        phase += (44 + 95 * power(1 - t, 14)) / WavWriter.RATE;
        return Wavetable.sine(phase) * power(1 - t, 3);
    }

    /** Three hands, then the room. */
    private static double bursts(double t) {
        double hands = t < 0.09 ? 1 - 0.75 * (t % 0.03) / 0.03 : 1;
        return hands * power(1 - t, 7);
    }

    private double high(double pole) {
        double white = white();
        low += pole * (white - low);
        return white - low;
    }

    private double band() {
        low += 0.22 * (white() - low);
        lower += 0.07 * (low - lower);
        return low - lower;
    }

    private double white() {
        noise = noise * 6364136223846793005L + 1442695040888963407L;
        return (noise >> 33) / (double) (1L << 30);
    }

    private static double power(double base, int exponent) {
        double result = 1;
        for (int i = 0; i < exponent; i++) {
            result *= base;
        }
        return result;
    }

    @Override
    public boolean over() {
        return frame >= frames;
    }
}

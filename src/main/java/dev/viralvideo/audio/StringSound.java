package dev.viralvideo.audio;

/** A pad, a plucked string or a bass: two slightly detuned oscillators that open and close between dark and bright. */
final class StringSound implements Sound {
    private static final double SILENT = 0.0004;

    private final Wavetable dark;
    private final Wavetable bright;
    private final double step;
    private final double detune;
    private final double attack;
    private final double hold;
    private final double release;
    private final double ring;
    private final double closing;
    private double phase;
    private double phase2;
    private double level;
    private double open;
    private double swell;
    private long frame;

    private StringSound(Shape shape, Timbre timbre, double hertz, long frames, double startPhase) {
        this.dark = timbre.dark();
        this.bright = timbre.bright();
        this.step = hertz / WavWriter.RATE;
        this.detune = step * shape.detune;
        this.attack = 1 / (shape.attack * WavWriter.RATE);
        this.ring = Wavetable.decay(shape.ring);
        this.release = Wavetable.decay(shape.release);
        this.closing = Wavetable.decay(shape.closing);
        this.hold = frames;
        this.phase = startPhase;
        this.phase2 = startPhase * 0.5;
        this.level = 1;
        this.open = shape.open;
    }

    /** The two ends of a sound's filter. */
    record Timbre(Wavetable dark, Wavetable bright) {}

    private enum Shape {
        PAD(0.0035, 0.45, 60, 1.6, 9, 0.55),
        PLUCK(0.0012, 0.003, 1.3, 0.5, 0.35, 1),
        BASS(0.0004, 0.008, 2.6, 0.18, 0.5, 0.8);

        private final double detune;
        private final double attack;
        private final double ring;
        private final double release;
        private final double closing;
        private final double open;

        Shape(double detune, double attack, double ring, double release, double closing, double open) {
            this.detune = detune;
            this.attack = attack;
            this.ring = ring;
            this.release = release;
            this.closing = closing;
            this.open = open;
        }
    }

    static Sound pad(Timbre timbre, double hertz, long frames, double phase) {
        return new StringSound(Shape.PAD, timbre, hertz, frames, phase);
    }

    static Sound pluck(Timbre timbre, double hertz, long frames) {
        return new StringSound(Shape.PLUCK, timbre, hertz, Math.max(frames, WavWriter.RATE / 3), 0);
    }

    static Sound bass(Timbre timbre, double hertz, long frames) {
        return new StringSound(Shape.BASS, timbre, hertz, frames, 0);
    }

    @Override
    public double next() {
        phase = wrap(phase + step);
        phase2 = wrap(phase2 + step + detune);
        swell = Math.min(1, swell + attack);
        level *= frame++ < hold ? ring : release;
        open *= closing;
        double low = dark.at(phase) + dark.at(phase2);
        double high = bright.at(phase) + bright.at(phase2);
        // squared: a ramp that starts without an edge
        return (low + (high - low) * open) * level * swell * swell * 0.5;
    }

    private static double wrap(double phase) {
        return phase >= 1 ? phase - 1 : phase;
    }

    @Override
    public boolean over() {
        return level < SILENT;
    }
}

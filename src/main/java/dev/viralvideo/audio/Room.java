package dev.viralvideo.audio;

/** Space round dry sounds: an echo that bounces between left and right, and a small reverberation (Schroeder's). */
final class Room {
    private static final int[] COMBS = {1687, 1601, 2053, 2251};
    private static final int STEREO_SPREAD = 37;
    private static final double FEEDBACK = 0.79;
    private static final double DAMPING = 0.35;

    private final double[] echoLeft;
    private final double[] echoRight;
    private final double echo;
    private final Tail left = new Tail(0);
    private final Tail right = new Tail(STEREO_SPREAD);
    private int at;

    double outLeft;
    double outRight;

    /** @param echoFrames between two bounces */
    Room(int echoFrames, double echo) {
        this.echoLeft = new double[echoFrames];
        this.echoRight = new double[echoFrames];
        this.echo = echo;
    }

    /** Takes one frame to be echoed and one to be reverberated; the result is in {@link #outLeft}, {@link #outRight}. */
    void next(double plucked, double roomLeft, double roomRight) {
        double bounceLeft = echoLeft[at];
        double bounceRight = echoRight[at];
        echoLeft[at] = plucked + bounceRight * 0.45;
        echoRight[at] = bounceLeft * 0.75;
        at = (at + 1) % echoLeft.length;
        double wetLeft = bounceLeft * echo;
        double wetRight = bounceRight * echo;
        outLeft = wetLeft + left.next(roomLeft + 0.3 * wetLeft);
        outRight = wetRight + right.next(roomRight + 0.3 * wetRight);
    }

    /** Four combs with damping, then one all-pass. */
    private static final class Tail {
        private final double[][] lines = new double[COMBS.length][];
        private final double[] damped = new double[COMBS.length];
        private final int[] places = new int[COMBS.length];
        private final double[] diffuse = new double[556];
        private int diffuseAt;

        Tail(int spread) {
            for (int i = 0; i < COMBS.length; i++) {
                lines[i] = new double[COMBS[i] + spread];
            }
        }

        double next(double input) {
            double sum = 0;
            for (int i = 0; i < lines.length; i++) {
                double out = lines[i][places[i]];
                damped[i] = out + (damped[i] - out) * DAMPING;
                // far below hearing, and it keeps the numbers out of the slow denormal range
                lines[i][places[i]] = input * 0.2 + damped[i] * FEEDBACK + 1e-18;
                places[i] = places[i] + 1 == lines[i].length ? 0 : places[i] + 1;
                sum += out;
            }
            double delayed = diffuse[diffuseAt];
            double out = delayed - 0.5 * sum;
            diffuse[diffuseAt] = sum + 0.5 * out;
            diffuseAt = (diffuseAt + 1) % diffuse.length;
            return out;
        }
    }
}

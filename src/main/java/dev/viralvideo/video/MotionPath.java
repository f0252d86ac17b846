package dev.viralvideo.video;

import dev.viralvideo.media.Motion;
import dev.viralvideo.video.filter.Filter;

/**
 * A layer's {@link Motion} as FFmpeg expressions of a filter's frame counter.
 *
 * @param first the shot's frame at which the counter is 0
 */
record MotionPath(Motion motion, int first, int fps) {
    String x(String counter) {
        return position(motion.x(), motion.driftX(), motion.swayX(), "sin", counter);
    }

    String y(String counter) {
        return position(motion.y(), motion.driftY(), motion.swayY(), "cos", counter);
    }

    private String position(double start, double drift, double sway, String wave, String counter) {
        String seconds = "(" + counter + "+" + first + ")/" + fps;
        StringBuilder sum = new StringBuilder(Filter.number(start));
        if (drift != 0) {
            sum.append("+").append(Filter.number(drift)).append("*").append(seconds);
        }
        if (sway != 0) {
            sum.append("+").append(Filter.number(sway)).append("*").append(wave).append("(2*PI*(");
            sum.append(seconds)
                    .append("/")
                    .append(Filter.number(motion.period()))
                    .append("+");
            sum.append(Filter.number(motion.phase())).append("))");
        }
        return sum.toString();
    }

    boolean moves() {
        return motion.driftX() != 0 || motion.driftY() != 0 || motion.swayX() != 0 || motion.swayY() != 0;
    }
}

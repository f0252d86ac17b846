package dev.viralvideo.media.backdrop;

import dev.viralvideo.intake.Aspect;

/**
 * Where the illustrations stand; sizes are shares of the frame's shorter side, places are shares of it from the middle.
 *
 * @param lead       size of the large illustration
 * @param companion  size of the small ones
 * @param companions where the small ones stand, x to the right and y down
 */
record Composition(double lead, double leadX, double leadY, double companion, double[][] companions) {
    /** @param index of the segment in its video of {@code count} segments */
    static Composition of(Aspect aspect, int index, int count) {
        double scale = aspect == Aspect.PORTRAIT ? 1 : aspect == Aspect.SQUARE ? 0.66 : 0.62;
        double wide = aspect == Aspect.LANDSCAPE ? 1.5 : 1;
        if (count > 2 && index == count - 1) {
            return new Composition(0.46 * scale, 0, 0, 0.19 * scale, new double[][] {
                {-0.33 * wide, -0.15 * scale}, {0.34 * wide, -0.03 * scale}, {-0.25 * wide, 0.2 * scale}
            });
        }
        if (index == 0) {
            return new Composition(0.62 * scale, 0, 0, 0, new double[0][]);
        }
        double side = index % 2 == 0 ? 1 : -1;
        return new Composition(0.54 * scale, 0, 0, 0.19 * scale, new double[][] {
            {side * 0.31 * wide, (index % 4 < 2 ? 0.21 : -0.2) * scale}
        });
    }
}

package dev.viralvideo.video;

import dev.viralvideo.video.CameraMove.View;
import java.util.SplittableRandom;

/** Chooses a camera move for each still: seeded, and never the same kind twice in a row. */
final class CameraMoves {
    /** Enough to be felt, little enough to stay sharp and calm: 12 % over a shot. */
    private static final double NEAR = 1.12;

    private static final int KINDS = 6;

    private CameraMoves() {}

    static CameraMove of(long seed, int index) {
        SplittableRandom random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + index);
        int kind = Math.floorMod(Math.floorMod(seed, KINDS) + index * 5L, KINDS);
        double focus = 0.35 + 0.3 * random.nextDouble();
        double height = 0.3 + 0.3 * random.nextDouble();
        View far = new View(0.5, 0.5, 1);
        View near = new View(focus, height, NEAR);
        return switch (kind) {
            case 0 -> move(far, near);
            case 1 -> move(new View(0, height, NEAR), new View(1, height, NEAR));
            case 2 -> move(near, far);
            case 3 -> move(new View(focus, 1, NEAR), new View(focus, 0, NEAR));
            case 4 -> move(new View(0.15, 0.8, 1.06), new View(0.7, 0.25, 1.16));
            default -> move(new View(1, height, NEAR), new View(0, height, NEAR));
        };
    }

    private static CameraMove move(View from, View to) {
        return new CameraMove(from, to, Easing.DRIFT);
    }
}

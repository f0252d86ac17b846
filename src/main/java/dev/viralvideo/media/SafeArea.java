package dev.viralvideo.media;

import dev.viralvideo.intake.Aspect;

/**
 * The part of the frame that no platform covers with its own buttons and texts, in pixels.
 *
 * <p>9:16: TikTok, Reels and Shorts put the account's name and tabs over the top 8–14 %, the description over the
 * bottom 18–25 % and the like and share buttons over the right 11–12 %; the margins here are those that suit all three
 * (top 14 %, bottom 22 %, right 12 %, left 6 %). 16:9 and 1:1: the 5 % title-safe margin of EBU R 95, plus the player's
 * control bar at the bottom.
 */
public record SafeArea(int left, int top, int right, int bottom) {
    public static SafeArea of(Aspect aspect) {
        return switch (aspect) {
            case PORTRAIT -> share(aspect, 0.06, 0.14, 0.12, 0.22);
            case LANDSCAPE -> share(aspect, 0.05, 0.06, 0.05, 0.08);
            case SQUARE -> share(aspect, 0.06, 0.06, 0.06, 0.08);
        };
    }

    public int width() {
        return right - left;
    }

    public int height() {
        return bottom - top;
    }

    /** As wide as it can be with the middle of the frame as its middle: for text that is centred. */
    public SafeArea centred(Aspect aspect) {
        int margin = Math.max(left, aspect.width() - right);
        return new SafeArea(margin, top, aspect.width() - margin, bottom);
    }

    private static SafeArea share(Aspect aspect, double left, double top, double right, double bottom) {
        return new SafeArea(
                even(aspect.width() * left),
                even(aspect.height() * top),
                even(aspect.width() * (1 - right)),
                even(aspect.height() * (1 - bottom)));
    }

    // 4:2:0 video has one colour sample for two pixels: odd edges would shift it
    private static int even(double pixels) {
        return (int) Math.round(pixels / 2) * 2;
    }
}

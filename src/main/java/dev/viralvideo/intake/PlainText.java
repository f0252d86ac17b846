package dev.viralvideo.intake;

import dev.viralvideo.failure.Failure;

/** Text that shows what it holds: no control characters and nothing that reorders or hides letters. */
final class PlainText {
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    /** Stands where bytes were that are no UTF-8. */
    private static final int UNREADABLE = 0xFFFD;

    private PlainText() {}

    /** @param allowed control characters that may stand in this text, for example a line feed */
    static void refuseHidden(String code, String what, String text, String allowed) {
        int[] points = text.codePoints().toArray();
        for (int i = 0; i < points.length; i++) {
            int point = points[i];
            if (allowed.indexOf(point) >= 0 || !isHidden(point) || joinsEmoji(points, i)) {
                continue;
            }
            throw new Failure.Validation(
                    code, "%s has a %s (U+%04X) at character %d; remove it".formatted(what, name(point), point, i + 1));
        }
    }

    private static String name(int point) {
        return point == UNREADABLE
                ? "character that could not be read"
                : Character.isISOControl(point) ? "control character" : "hidden character";
    }

    /** Controls, bidirectional overrides, zero-width characters, lone surrogates, line separators, tags. */
    static boolean isHidden(int point) {
        if (point == UNREADABLE) {
            return true;
        }
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE -> true;
            default -> false;
        };
    }

    /** Emoji such as a family are several pictures held together by joiners: that hides nothing. */
    private static boolean joinsEmoji(int[] points, int i) {
        return points[i] == ZERO_WIDTH_JOINER
                && i > 0
                && i + 1 < points.length
                && isPicture(points[i - 1])
                && isPicture(points[i + 1]);
    }

    private static boolean isPicture(int point) {
        return Character.getType(point) == Character.OTHER_SYMBOL
                || Character.getType(point) == Character.MODIFIER_SYMBOL
                || point == 0xFE0F;
    }
}

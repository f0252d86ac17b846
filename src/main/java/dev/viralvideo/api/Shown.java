package dev.viralvideo.api;

/** Text of a stranger on its way into a message: short, and without anything that does not show. */
final class Shown {
    private static final int LONGEST = 200;

    private Shown() {}

    static String of(String text) {
        String plain = String.valueOf(text).replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}]", "?");
        return plain.length() > LONGEST ? plain.substring(0, LONGEST) + "…" : plain;
    }
}

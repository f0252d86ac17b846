package dev.viralvideo.script.wordnet;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds when something happened. */
final class Years {
    private static final Pattern BEFORE = Pattern.compile("\\b(\\d{1,4}) (BC|B\\.C\\.)");
    private static final Pattern AFTER =
            Pattern.compile("\\bAD (\\d{1,4})\\b|\\b(1\\d{3}|20[01]\\d)\\b|\\b(?:in|until|from|to) (\\d{3})\\b");
    private static final Pattern CENTURY = Pattern.compile("\\b(\\d{1,2})(?:st|nd|rd|th) century( BC)?");

    private Years() {}

    /** @return the first year in the text, negative before Christ, or null */
    static Integer first(String text) {
        Matcher before = BEFORE.matcher(text);
        if (before.find()) {
            return -Integer.parseInt(before.group(1));
        }
        Matcher after = AFTER.matcher(text);
        if (after.find()) {
            for (int i = 1; i <= 3; i++) {
                if (after.group(i) != null) {
                    return Integer.parseInt(after.group(i));
                }
            }
        }
        Matcher century = CENTURY.matcher(text);
        if (century.find()) {
            int number = Integer.parseInt(century.group(1));
            return century.group(2) == null ? (number - 1) * 100 + 50 : -number * 100 + 50;
        }
        return null;
    }
}

package dev.viralvideo.script;

import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Small numbers as words, and back. */
public final class NumberWords {
    private static final int MOST = 20;

    private NumberWords() {}

    /** "five" for 5, "21" for 21. */
    public static String word(int number) {
        return number >= 0 && number <= MOST ? EnglishNumbers.cardinal(number) : String.valueOf(number);
    }

    /** @return the number that "5" or "five" stands for, from 1 to 99, or null */
    public static Integer parse(String token) {
        if (token.matches("[1-9]\\d?")) {
            return Integer.valueOf(token);
        }
        return IntStream.rangeClosed(1, MOST)
                .boxed()
                .filter(number -> word(number).equalsIgnoreCase(token))
                .findFirst()
                .orElse(null);
    }

    /** Replaces a number wherever it stands alone, as figures or as a word, keeping a capital. */
    static String replace(String text, int from, int to) {
        String figures = Pattern.compile("(?<![\\w.,])" + from + "(?![\\w]|[.,]\\d)")
                .matcher(text)
                .replaceAll(String.valueOf(to));
        return Pattern.compile("(?i)\\b" + word(from) + "\\b").matcher(figures).replaceAll(match -> {
            String word = word(to);
            return Character.isUpperCase(match.group().charAt(0))
                    ? Character.toUpperCase(word.charAt(0)) + word.substring(1)
                    : word;
        });
    }
}

package dev.viralvideo.script;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a voice can say: words, sentences, and text made clean for speaking. */
public final class Texts {
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?…])[\"'”’)]*\\s+(?=[\\p{Lu}\\p{N}\"'“‘(])");
    private static final Pattern ABBREVIATION =
            Pattern.compile("(?i).*\\b(mr|mrs|ms|dr|st|prof|vs|etc|no|approx|e\\.g|i\\.e|u\\.s|[A-Z])\\.$");

    private Texts() {}

    public static int words(String text) {
        return text.isBlank() ? 0 : text.strip().split("\\s+").length;
    }

    /** Sentences with their punctuation; an abbreviation does not end one. */
    public static List<String> sentences(String text) {
        List<String> sentences = new ArrayList<>();
        Matcher end = SENTENCE_END.matcher(text);
        int from = 0;
        while (end.find()) {
            String sentence = text.substring(from, end.start()).strip();
            if (!ABBREVIATION.matcher(sentence).matches()) {
                sentences.add(text.substring(from, end.end()).strip());
                from = end.end();
            }
        }
        if (from < text.length()) {
            sentences.add(text.substring(from).strip());
        }
        return sentences;
    }

    /** Text of the user's made fit for speaking: emoji, markup signs and odd spaces go, words stay as they are. */
    public static String speakable(String text) {
        String clean = Normalizer.normalize(text, Normalizer.Form.NFC).replaceAll("\\s+", " ");
        clean = clean.replace('‘', '\'').replace('’', '\'').replaceAll("[“”„«»]", "\"");
        clean = clean.replaceAll("\\s*[–—]\\s*", ", ").replace("…", "...").replace("&", " and ");
        clean = clean.replaceAll("(?<=\\p{L})[`´ʼ](?=\\p{L})", "'");
        clean = clean.replaceAll("(?<=[\\p{L}\\p{N}])@(?=[\\p{L}\\p{N}])", " at ");
        clean = clean.codePoints()
                .filter(point -> Character.getType(point) != Character.FORMAT)
                // a sign between two words must not glue them together
                .map(point -> isSpeakable(point) ? point : ' ')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return clean.replaceAll("\\s+", " ").replaceAll("\\s+([,.!?;:])", "$1").strip();
    }

    /** With a full stop when nothing ends it yet. */
    public static String ended(String text) {
        return text.isEmpty() || text.matches("(?s).*[.!?…][\"'”’)]*$")
                ? text
                : text.replaceAll("[,;:\\s]+$", "") + ".";
    }

    public static boolean isSpeakable(int point) {
        return Character.isLetterOrDigit(point)
                || Character.getType(point) == Character.NON_SPACING_MARK && point < 0xFE00
                || Character.getType(point) == Character.COMBINING_SPACING_MARK
                || " .,!?;:'\"()-/%$€£¥°+=²³½¼¾·".indexOf(point) >= 0;
    }

    /** Whether at least one letter or figure of the Latin alphabet is left to say or show. */
    public static boolean hasLatin(String text) {
        return text.codePoints()
                .anyMatch(point -> point >= '0' && point <= '9'
                        || Character.isLetter(point)
                                && Character.UnicodeScript.of(point) == Character.UnicodeScript.LATIN);
    }

    public static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}

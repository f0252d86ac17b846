package dev.viralvideo.audio;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word between two spaces: its whole spelling, its core without the punctuation round it, and what follows the core.
 */
record WrittenWord(String written, String core, String after) {
    // a dash joins two words that are said apart: the first keeps it
    private static final Pattern WORDS = Pattern.compile("[^\\s\\p{Z}]+?(?:[—–]+|-{2,}|…)(?=\\p{L})|[^\\s\\p{Z}]+");
    private static final Pattern PARTS = Pattern.compile(
            "^([\\p{P}\\p{So}\\p{Sk}\\p{Mn}\\p{Cf}&&[^&%#@/+°-]]*)(.*?)([\\p{P}\\p{So}\\p{Sk}\\p{Cf}\\x{FE0F}&&[^&%#@/°]]*)$",
            Pattern.DOTALL);

    static List<WrittenWord> in(String text) {
        List<WrittenWord> words = new ArrayList<>();
        Matcher matcher = WORDS.matcher(Normalizer.normalize(text, Normalizer.Form.NFC));
        while (matcher.find()) {
            words.add(of(matcher.group()));
        }
        return words;
    }

    static WrittenWord of(String written) {
        Matcher parts =
                PARTS.matcher(written.replace('’', '\'').replace('‘', '\'').replace('ʼ', '\''));
        if (!parts.matches()) {
            return new WrittenWord(written, written, "");
        }
        return new WrittenWord(written, parts.group(2), parts.group(3));
    }

    /** The core with the full stop that may belong to it: {@code e.g.}, {@code Mt.}, {@code U.S.} */
    String dotted() {
        return after.startsWith(".") && !after.startsWith("..") ? core + "." : core;
    }

    boolean speakable() {
        return core.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    /** Nothing but a dash, dots or the like, which is written but not said; not a picture, which captions leave out. */
    boolean mark() {
        return written.codePoints().allMatch(c -> {
            int type = Character.getType(c);
            return type == Character.DASH_PUNCTUATION
                    || type == Character.OTHER_PUNCTUATION
                    || type == Character.MATH_SYMBOL;
        });
    }

    SpokenWord.Pause pause() {
        if (after.contains("?")) {
            return SpokenWord.Pause.QUESTION;
        }
        if (after.contains("!")) {
            return SpokenWord.Pause.EXCLAMATION;
        }
        if (after.contains(".") || after.contains("…")) {
            return SpokenWord.Pause.SENTENCE;
        }
        return after.matches("(?s).*[,;:)\\]—–].*|.*--.*") ? SpokenWord.Pause.PHRASE : SpokenWord.Pause.NONE;
    }
}

package dev.viralvideo.stock;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What strangers wrote, as one line of plain text: no markup, no control characters, no endless names. */
final class PlainText {
    private static final int LONGEST = 500;
    private static final Pattern TAG = Pattern.compile("<[/!]?[a-zA-Z-][^<>]*>");
    private static final Pattern HIDDEN = Pattern.compile("(?is)<(style|script)\\b.*?</\\1\\s*>|<!--.*?-->");
    private static final Pattern ENTITY = Pattern.compile("&(#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-z]{2,6});");
    private static final Map<String, String> NAMED = Map.of(
            "amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ", "ndash", "–", "mdash", "—");

    private PlainText() {}

    /** Null stays null; what has no text left becomes null. */
    static String of(String text) {
        if (text == null) {
            return null;
        }
        String bare = TAG.matcher(HIDDEN.matcher(text).replaceAll(" ")).replaceAll(" ");
        String plain = ENTITY.matcher(bare)
                .replaceAll(entity -> Matcher.quoteReplacement(character(entity)))
                .replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cs}\\s\\u00a0]+", " ")
                .strip();
        if (plain.isEmpty()) {
            return null;
        }
        if (plain.length() <= LONGEST) {
            return plain;
        }
        int end = Character.isHighSurrogate(plain.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return plain.substring(0, end) + "…";
    }

    private static String character(MatchResult entity) {
        String name = entity.group(1);
        if (!name.startsWith("#")) {
            return NAMED.getOrDefault(name, entity.group());
        }
        boolean hex = name.charAt(1) == 'x' || name.charAt(1) == 'X';
        int code = hex ? Integer.parseInt(name.substring(2), 16) : Integer.parseInt(name.substring(1));
        return Character.isValidCodePoint(code) ? Character.toString(code) : " ";
    }
}

package dev.viralvideo.intake;

import java.util.regex.Pattern;

/** Takes the marks of Markdown out of a line, so that only what is to be spoken is left. */
final class MarkdownText {
    private static final Pattern COMMENT = Pattern.compile("<!--.*?(-->|$)");
    private static final Pattern PICTURE = Pattern.compile("!\\[[^\\]]*]\\([^)]*\\)");
    private static final Pattern LINK = Pattern.compile("\\[([^\\]]*)]\\([^)]*\\)");
    private static final Pattern CODE = Pattern.compile("`+([^`]*)`+");
    private static final Pattern STRONG = Pattern.compile("(\\*\\*\\*|\\*\\*|__)(?=\\S)(.+?)(?<=\\S)\\1");
    private static final Pattern EMPHASIS = Pattern.compile("(?<![\\w*])([*_])(?=\\S)(.+?)(?<=\\S)\\1(?![\\w*])");
    private static final Pattern QUOTE = Pattern.compile("^\\s*(>\\s*)+");
    private static final Pattern ESCAPE = Pattern.compile("\\\\([\\p{Punct}])");

    private MarkdownText() {}

    static String plain(String markdown) {
        String text = COMMENT.matcher(markdown).replaceAll("");
        text = QUOTE.matcher(text).replaceAll("");
        text = PICTURE.matcher(text).replaceAll("");
        text = LINK.matcher(text).replaceAll("$1");
        text = CODE.matcher(text).replaceAll("$1");
        text = STRONG.matcher(text).replaceAll("$2");
        text = EMPHASIS.matcher(text).replaceAll("$2");
        text = ESCAPE.matcher(text).replaceAll("$1");
        return text.replaceAll("\\s+", " ").strip();
    }
}

package dev.viralvideo.video.caption;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.json.YamlFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * How captions look and are cut, read from one file in {@code styles/captions/}.
 *
 * @param size        font size as a share of the frame's short side, 0.02 to 0.2
 * @param words       at most so many at a time, 1 to 4
 * @param letters     at most so many at a time (a single longer word stays whole), 6 to 60
 * @param lines       at most so many, 1 to 3
 * @param punctuation whether commas and full stops are shown; question and exclamation marks always are
 * @param tracking    extra space between letters as a share of the size, -0.1 to 0.5
 * @param outline     its width as a share of the size, 0 to 0.3
 * @param shadow      how far it falls as a share of the size, 0 (none) to 0.3
 * @param pop         size of the spoken word, one value for each frame from its start, the last one holds; 0.8 to 1.4
 */
public record CaptionStyle(
        String description,
        double size,
        int words,
        int letters,
        int lines,
        boolean uppercase,
        boolean punctuation,
        double tracking,
        Position position,
        double outline,
        double shadow,
        List<Double> pop,
        Colours colours) {
    /** Where in the safe area. */
    public enum Position {
        upper,
        middle,
        lower
    }

    /**
     * Each {@code #rrggbb}, {@code #rrggbbaa}, a colour of the template's palette ({@code background},
     * {@code backgroundTo}, {@code accent}, {@code text}) or {@code none}.
     *
     * @param plate behind the whole caption
     * @param box   behind the spoken word
     */
    public record Colours(String text, String spoken, String outline, String shadow, String plate, String box) {
        public Colours {
            CaptionColours.check("text", text);
            CaptionColours.check("spoken", spoken);
            CaptionColours.check("outline", outline);
            CaptionColours.check("shadow", shadow);
            CaptionColours.check("plate", plate);
            CaptionColours.check("box", box);
        }
    }

    public CaptionStyle {
        range("size", size, 0.02, 0.2);
        range("words", words, 1, 4);
        range("letters", letters, 6, 60);
        range("lines", lines, 1, 3);
        range("tracking", tracking, -0.1, 0.5);
        range("outline", outline, 0, 0.3);
        range("shadow", shadow, 0, 0.3);
        pop = pop == null || pop.isEmpty() ? List.of(1.0) : List.copyOf(pop);
        pop.forEach(scale -> range("pop", scale, 0.8, 1.4));
        if (position == null || colours == null) {
            throw new IllegalArgumentException((position == null ? "position" : "colours") + " is missing");
        }
        if (outline == 0 && colours.plate().equals("none")) {
            throw new IllegalArgumentException(
                    "outline must be over 0 where plate is none, or nobody can read the text");
        }
    }

    /** @throws Failure.Configuration when there is no such style or its file is wrong */
    public static CaptionStyle read(Path stylesFolder, String name) {
        Path file = stylesFolder.resolve("captions").resolve(name + ".yaml");
        if (!name.matches("[A-Za-z0-9_-]+") || !Files.isRegularFile(file)) {
            throw new Failure.Configuration(
                    "UNKNOWN_CAPTION_STYLE",
                    "caption style '" + name + "' is not there; use 'none' or the name of a file in "
                            + file.getParent());
        }
        return YamlFile.read(file, CaptionStyle.class);
    }

    private static void range(String field, double value, double from, double to) {
        if (!(value >= from && value <= to)) {
            throw new IllegalArgumentException(field + " must be " + from + " to " + to + ", is " + value);
        }
    }
}

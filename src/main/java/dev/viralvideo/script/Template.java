package dev.viralvideo.script;

import java.util.List;

/**
 * One video format, read from one YAML file in {@code templates/}. Text patterns may use {@code {topic}},
 * {@code {subject}}, {@code {count}} and {@code {number}}.
 *
 * @param palettes   one is chosen by the seed
 * @param captions   name of a file in {@code styles/captions/}
 * @param transition name of a file in {@code styles/transitions/}
 * @param music      name of a file in {@code styles/moods/}
 * @param motion     how much clips are wanted rather than stills, 0 to 1; 0.6 when the file does not say
 */
public record Template(
        String name,
        String category,
        String description,
        Structure structure,
        Pacing pacing,
        List<Palette> palettes,
        Fonts fonts,
        String captions,
        String transition,
        String music,
        Double motion) {
    private static final double USUAL_MOTION = 0.6;

    /**
     * How the script is built.
     *
     * @param minItems and maxItems: how many items, 1 to 20
     * @param numbered whether items carry a number on screen and in the narration
     * @param hooks    patterns for the first sentence, one is chosen by the seed
     * @param leads    patterns that begin an item's narration ("Number {number}."), may be empty
     * @param outros   patterns for the call to action
     */
    public record Structure(
            int minItems, int maxItems, boolean numbered, List<String> hooks, List<String> leads, List<String> outros) {
        public Structure {
            range("minItems", minItems, 1, 20);
            range("maxItems", maxItems, minItems, 20);
            hooks = required("hooks", hooks);
            leads = leads == null ? List.of() : List.copyOf(leads);
            outros = required("outros", outros);
        }
    }

    /**
     * All in seconds.
     *
     * @param duration   target length when the request names none, 5 to 600
     * @param leadIn     silence before the first word, 0 to 3
     * @param gap        silence between two segments, 0 to 3
     * @param tail       picture and music after the last word, 0.5 to 5
     * @param transition length of a transition, 0 (a cut) to 1.5
     */
    public record Pacing(double duration, double leadIn, double gap, double tail, double transition) {
        public Pacing {
            range("duration", duration, 5, 600);
            range("leadIn", leadIn, 0, 3);
            range("gap", gap, 0, 3);
            range("tail", tail, 0.5, 5);
            range("transition", transition, 0, 1.5);
        }
    }

    /** Names of files in {@code fonts} without their ending, for example {@code Anton-Regular}. */
    public record Fonts(String title, String caption) {
        public Fonts {
            required("title", title);
            required("caption", caption);
        }
    }

    public Template {
        required("name", name);
        required("description", description);
        required("structure", structure);
        required("pacing", pacing);
        palettes = required("palettes", palettes);
        required("fonts", fonts);
        required("captions", captions);
        required("transition", transition);
        required("music", music);
        motion = motion == null ? (Double) USUAL_MOTION : motion;
        range("motion", motion, 0, 1);
    }

    public Palette palette(long seed) {
        return palettes.get((int) Math.floorMod(seed, (long) palettes.size()));
    }

    private static void range(String field, double value, double from, double to) {
        if (!(value >= from && value <= to)) {
            throw new IllegalArgumentException(field + " must be " + from + " to " + to + ", is " + value);
        }
    }

    private static <T> T required(String field, T value) {
        if (value == null || (value instanceof String text && text.isBlank())) {
            throw new IllegalArgumentException(field + " is missing");
        }
        return value;
    }

    private static <T> List<T> required(String field, List<T> values) {
        if (values == null || values.isEmpty()) {
            throw new IllegalArgumentException(field + " must have at least one entry");
        }
        return List.copyOf(values);
    }
}

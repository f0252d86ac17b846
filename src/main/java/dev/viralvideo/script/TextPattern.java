package dev.viralvideo.script;

import dev.viralvideo.failure.Failure;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text of a template that is spoken, with places to fill: {@code {topic}}, {@code {subject}}, {@code {count}},
 * {@code {number}}. Of a value only what can be said is filled in: "rock &amp; roll 🎸" becomes "rock and roll".
 */
public final class TextPattern {
    private static final Set<String> KNOWN = Set.of("topic", "subject", "count", "number");
    private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");

    private TextPattern() {}

    /**
     * Fills one of the patterns for which all values are there, chosen by the seed.
     *
     * @return the text with a capital at its start, or an empty text when no pattern can be filled
     */
    public static String choose(List<String> patterns, Map<String, String> values, long seed) {
        List<String> usable = patterns.stream()
                .filter(pattern ->
                        PLACE.matcher(pattern).results().allMatch(place -> canBeSaid(values.get(place.group(1)))))
                .toList();
        return usable.isEmpty() ? "" : fill(usable.get((int) Math.floorMod(seed, (long) usable.size())), values);
    }

    public static String fill(String pattern, Map<String, String> values) {
        String text = PLACE.matcher(pattern)
                .replaceAll(
                        place -> Matcher.quoteReplacement(Texts.speakable(values.getOrDefault(place.group(1), ""))));
        return Texts.capital(text.strip());
    }

    private static boolean canBeSaid(String value) {
        return value != null && Texts.speakable(value).codePoints().anyMatch(Character::isLetterOrDigit);
    }

    static void checkAll(Path file, Template.Structure structure) {
        check(file, "hooks", structure.hooks());
        check(file, "leads", structure.leads());
        check(file, "outros", structure.outros());
    }

    private static void check(Path file, String field, List<String> patterns) {
        for (int i = 0; i < patterns.size(); i++) {
            String name = "field 'structure." + field + "[" + i + "]': ";
            if (patterns.get(i) == null || patterns.get(i).isBlank()) {
                throw new Failure.Configuration("BAD_FILE", file + ": " + name + "is empty");
            }
            PLACE.matcher(patterns.get(i)).results().forEach(place -> {
                if (!KNOWN.contains(place.group(1))) {
                    throw new Failure.Configuration(
                            "BAD_FILE",
                            file + ": " + name + "'{" + place.group(1)
                                    + "}' is not known; use {topic}, {subject}, {count}, {number}");
                }
            });
        }
    }
}

package dev.viralvideo.script;

import dev.viralvideo.failure.Failure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Checks a script before anything is spent on it; names every segment that is wrong and what to change. */
public final class ScriptValidator {
    private static final double LONGEST_SECONDS = 600;
    private static final double TOO_SHORT = 0.4;
    private static final double TOO_LONG = 1.6;
    private static final int FEWEST_ITEMS = 2;
    private static final int MOST_TITLE_CHARACTERS = 80;
    private static final int MOST_SEGMENT_WORDS = 400;

    private final SpeakingRate rate;

    public ScriptValidator(SpeakingRate rate) {
        this.rate = rate;
    }

    /**
     * @param seconds target length; the user's own words may be of any length up to ten minutes
     * @throws Failure.Validation {@code BAD_SCRIPT} with all problems
     */
    public void check(Script script, Template template, double seconds) {
        List<String> problems = new ArrayList<>();
        if (script.title() == null || script.title().isBlank()) {
            problems.add("the title is empty; give one");
        }
        if (script.segments().isEmpty()) {
            problems.add("there is no segment; write at least one");
        }
        checkStructure(script, template, problems);
        checkSegments(script, problems);
        checkLength(script, template, seconds, problems);
        if (!problems.isEmpty()) {
            throw new Failure.Validation("BAD_SCRIPT", "the script cannot be used: " + String.join("; ", problems));
        }
    }

    private static void checkStructure(Script script, Template template, List<String> problems) {
        if (isOwn(script)) {
            return;
        }
        List<Segment> segments = script.segments();
        long items = segments.stream()
                .filter(segment -> segment.kind() == Segment.Kind.ITEM)
                .count();
        long fewest = Math.min(FEWEST_ITEMS, template.structure().minItems());
        if (items < fewest) {
            problems.add("it has " + items + " items, template " + template.name() + " needs at least " + fewest
                    + "; add some");
        }
        if (!segments.isEmpty() && segments.get(0).kind() != Segment.Kind.HOOK) {
            problems.add("segment 0 is no hook; begin with one");
        }
        if (!segments.isEmpty() && segments.get(segments.size() - 1).kind() != Segment.Kind.OUTRO) {
            problems.add("segment " + (segments.size() - 1) + " is no outro; end with a call to action");
        }
    }

    private static void checkSegments(Script script, List<String> problems) {
        Map<String, Integer> told = new HashMap<>();
        int expectedNumber = 1;
        for (int i = 0; i < script.segments().size(); i++) {
            Segment segment = script.segments().get(i);
            String name = "segment " + i;
            if (segment.index() != i) {
                problems.add(name + " says it is number " + segment.index() + "; number segments from 0 in order");
            }
            if (segment.number() != null && segment.number() != expectedNumber++) {
                problems.add(name + " shows " + segment.number() + "; count items from 1 in order");
            }
            checkText(segment, name, problems);
            String key = key(segment.narration());
            Integer before = told.putIfAbsent(key, i);
            if (before != null && !key.isEmpty() && !isOwn(script)) {
                problems.add(name + " says the same as segment " + before + "; change one of them");
            }
        }
    }

    private static void checkText(Segment segment, String name, List<String> problems) {
        if (segment.narration() == null || segment.narration().isBlank()) {
            problems.add(name + " has no narration; write what is spoken");
        } else {
            segment.narration()
                    .codePoints()
                    .filter(point -> !Texts.isSpeakable(point))
                    .findFirst()
                    .ifPresent(point -> problems.add("%s has U+%04X in its narration, which cannot be spoken; remove it"
                            .formatted(name, point)));
            if (Texts.words(segment.narration()) > MOST_SEGMENT_WORDS) {
                problems.add(name + " has more than " + MOST_SEGMENT_WORDS + " words; split it");
            }
        }
        if (segment.onScreen() == null || segment.onScreen().isBlank()) {
            problems.add(name + " has no on-screen text; give two to six words");
        } else if (segment.onScreen().length() > MOST_TITLE_CHARACTERS) {
            problems.add(name + " has more than " + MOST_TITLE_CHARACTERS + " characters on screen; shorten it");
        }
        if (segment.searchTerms().isEmpty() || segment.searchTerms().stream().anyMatch(String::isBlank)) {
            problems.add(name + " has no search term or an empty one; say what the picture should show");
        }
        if (segment.source() == null || segment.source().isBlank()) {
            problems.add(name + " names no source; say where the statement comes from");
        }
    }

    private void checkLength(Script script, Template template, double seconds, List<String> problems) {
        double length = rate.seconds(script, template.pacing());
        if (length > LONGEST_SECONDS) {
            problems.add("it lasts about %.0f s; at most %.0f s are possible: shorten it"
                    .formatted(length, LONGEST_SECONDS));
        } else if (!isOwn(script) && length > seconds * TOO_LONG) {
            problems.add(
                    "it lasts about %.0f s for a target of %.0f s; raise the duration to %.0f s or ask for fewer items"
                            .formatted(length, seconds, Math.ceil(length / TOO_LONG)));
        } else if (!isOwn(script) && length < seconds * TOO_SHORT) {
            problems.add("it lasts about %.0f s for a target of %.0f s; lower the duration or give more points"
                    .formatted(length, seconds));
        }
    }

    private static boolean isOwn(Script script) {
        return "own".equals(script.writer());
    }

    private static String key(String text) {
        return text == null
                ? ""
                : text.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}]+", " ")
                        .strip();
    }
}

package dev.viralvideo.script;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Tightens a script to its target length: first second sentences go, then side remarks, then whole items, the weakest
 * first. Writers put the strongest items at both ends, so the last but one is the weakest. The user's own words are
 * never touched.
 */
public final class ScriptEnhancer {
    private static final double TOLERANCE = 1.1;
    private static final double SHORT = 0.6;
    private static final double FAR = 1.4;
    private static final int FEWEST_ITEMS = 2;

    private final SpeakingRate rate;

    public ScriptEnhancer(SpeakingRate rate) {
        this.rate = rate;
    }

    /** @return the script itself when it fits; what could not be reached is told as a degradation */
    public Script enhance(Script script, Template template, double targetSeconds) {
        Script tight = script;
        if (!"own".equals(script.writer())) {
            Script before = null;
            while (tight != before && isLong(tight, template, targetSeconds)) {
                before = tight;
                // a length that the user asked for outweighs the template's number of items where they are far apart
                tight = isFar(tight, template, targetSeconds)
                        ? tighter(tight, FEWEST_ITEMS, true)
                        : tighter(tight, template.structure().minItems(), false);
            }
        }
        int left = script.segments().size() - tight.segments().size();
        if (left > 0) {
            String what = left == 1 ? "1 item was" : left + " items were";
            tight = tight.degraded(List.of(
                    "%s left out to keep to %.0f s; raise the duration to hear more".formatted(what, targetSeconds)));
        }
        double seconds = rate.seconds(tight, template.pacing());
        if (seconds > targetSeconds * TOLERANCE) {
            return tight.degraded(
                    List.of("the script lasts about %.0f s instead of %.0f s: it cannot be shortened further"
                            .formatted(seconds, targetSeconds)));
        }
        if (seconds < targetSeconds * SHORT) {
            return tight.degraded(List.of("the script lasts about %.0f s instead of %.0f s: there is no more to say"
                    .formatted(seconds, targetSeconds)));
        }
        return tight;
    }

    private boolean isLong(Script script, Template template, double target) {
        return rate.seconds(script, template.pacing()) > target * TOLERANCE;
    }

    private boolean isFar(Script script, Template template, double target) {
        return rate.seconds(script, template.pacing()) > target * FAR;
    }

    private static Script tighter(Script script, int fewestItems, boolean longestFirst) {
        List<Segment> segments = new ArrayList<>(script.segments());
        for (Shortening shortening : Shortening.values()) {
            int longest = -1;
            for (int i = 0; i < segments.size(); i++) {
                Segment segment = segments.get(i);
                boolean shrinks = segment.kind() == Segment.Kind.ITEM
                        && !shortening.apply(segment.narration()).equals(segment.narration());
                if (shrinks && (longest < 0 || words(segment) > words(segments.get(longest)))) {
                    longest = i;
                }
            }
            if (longest >= 0) {
                Segment segment = segments.get(longest);
                segments.set(longest, segment.narrated(shortening.apply(segment.narration())));
                return script.with(segments);
            }
        }
        return dropped(script, segments, fewestItems, longestFirst);
    }

    /** The weakest item goes: the last but one, for the strongest stands last. In great need the longest goes. */
    private static Script dropped(Script script, List<Segment> segments, int fewestItems, boolean longestFirst) {
        List<Segment> items = segments.stream()
                .filter(segment -> segment.kind() == Segment.Kind.ITEM)
                .toList();
        if (items.size() <= Math.max(1, fewestItems)) {
            return script;
        }
        Segment weakest = items.get(items.size() - (items.size() > 2 ? 2 : 1));
        segments.remove(
                longestFirst ? Collections.max(items, Comparator.comparingInt(ScriptEnhancer::words)) : weakest);
        return Renumbering.renumbered(script, segments, items.size());
    }

    private static int words(Segment segment) {
        return Texts.words(segment.narration());
    }
}

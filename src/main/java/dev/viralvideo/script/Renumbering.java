package dev.viralvideo.script;

import java.util.ArrayList;
import java.util.List;

/** A copy of a script with other segments, where every number that is shown or spoken stays right. */
final class Renumbering {
    private static final int LEAD_WORDS = 4;

    private Renumbering() {}

    /** @param before how many items there were: title, hook and outro promise that many */
    static Script renumbered(Script script, List<Segment> segments, int before) {
        int count = (int) segments.stream()
                .filter(segment -> segment.kind() == Segment.Kind.ITEM)
                .count();
        List<Segment> numbered = new ArrayList<>();
        int number = 0;
        for (Segment segment : segments) {
            boolean item = segment.kind() == Segment.Kind.ITEM;
            number += item ? 1 : 0;
            String narration = item ? lead(segment, number) : NumberWords.replace(segment.narration(), before, count);
            numbered.add(new Segment(
                    numbered.size(),
                    segment.kind(),
                    segment.number() == null ? null : Integer.valueOf(number),
                    narration,
                    item ? segment.onScreen() : NumberWords.replace(segment.onScreen(), before, count),
                    segment.searchTerms(),
                    segment.source(),
                    segment.media()));
        }
        String title = NumberWords.replace(script.title(), before, count);
        return script.with(title, PostText.description(title, numbered), numbered);
    }

    private static String lead(Segment segment, int number) {
        List<String> sentences = new ArrayList<>(Texts.sentences(segment.narration()));
        if (segment.number() == null || Texts.words(sentences.get(0)) > LEAD_WORDS) {
            return segment.narration();
        }
        sentences.set(0, NumberWords.replace(sentences.get(0), segment.number(), number));
        return String.join(" ", sentences);
    }
}

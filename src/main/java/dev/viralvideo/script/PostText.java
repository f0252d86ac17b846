package dev.viralvideo.script;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What is written beside the video when it is posted: description and hashtags. */
public final class PostText {
    /** What people search for, by the template's category. */
    private static final Map<String, List<String>> FORMATS = Map.of(
            "list", List.of("didyouknow"),
            "education", List.of("facts", "didyouknow"),
            "guide", List.of("howto", "tips"),
            "story", List.of("storytime"),
            "quote", List.of("quotes"));

    private static final int MOST_HASHTAGS = 8;
    private static final int LONGEST_HASHTAG = 24;

    private PostText() {}

    /** The title, what is in the video, and a line that asks to follow. */
    public static String description(String title, List<Segment> segments) {
        List<String> titles = segments.stream()
                .filter(segment -> segment.kind() == Segment.Kind.ITEM)
                .map(segment -> (segment.number() == null ? "• " : segment.number() + ". ") + segment.onScreen())
                .collect(Collectors.toCollection(ArrayList::new));
        titles.add(0, title.matches(".*[.!?]$") ? title : title + ".");
        titles.add("Follow for more.");
        return String.join("\n", titles);
    }

    /** Subject first, then the format, then what the items are about; letters and figures only. */
    public static List<String> hashtags(String subject, Template template, List<Segment> segments) {
        return hashtags(subject, List.of(), template, segments);
    }

    /** @param proposed by the writer, after the subject */
    public static List<String> hashtags(
            String subject, List<String> proposed, Template template, List<Segment> segments) {
        Set<String> tags = new LinkedHashSet<>();
        add(tags, subject);
        proposed.stream().limit(5).forEach(tag -> add(tags, tag));
        FORMATS.getOrDefault(template.category(), List.of(template.name())).forEach(tag -> add(tags, tag));
        segments.stream()
                // of the user's words nobody knows which are names, and "#pourthirty" is not what people search for
                .filter(segment -> segment.kind() == Segment.Kind.ITEM
                        && !segment.source().equals(OwnScriptWriter.SOURCE)
                        && !segment.searchTerms().isEmpty())
                .map(segment -> segment.searchTerms().get(0))
                // what pictures are searched by is often a phrase that nobody would search posts by
                .filter(term -> term.strip().split("\\s+").length <= 2)
                .limit(4)
                .forEach(term -> add(tags, term));
        add(tags, "shorts");
        return tags.stream().limit(MOST_HASHTAGS).toList();
    }

    private static void add(Set<String> tags, String text) {
        String tag =
                text.toLowerCase(Locale.ROOT).replaceFirst("^(the|a|an) ", "").replaceAll("[^\\p{L}\\p{N}]", "");
        if (tag.length() > 1 && tag.length() <= LONGEST_HASHTAG) {
            tags.add(tag);
        }
    }
}

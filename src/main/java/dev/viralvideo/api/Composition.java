package dev.viralvideo.api;

import dev.viralvideo.intake.Aspect;
import dev.viralvideo.intake.Request;
import dev.viralvideo.script.Script;
import dev.viralvideo.script.Segment;
import dev.viralvideo.script.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A video given in full: what is said, shown and looked for in each segment. */
record Composition(
        String title,
        String description,
        List<String> hashtags,
        String template,
        String language,
        String voice,
        Aspect aspect,
        String music,
        String captions,
        Integer priority,
        String callback,
        Long seed,
        List<Shot> segments) {
    /** One segment. */
    record Shot(String narration, String title, List<String> search, List<String> media) {
        Shot {
            search = search == null || search.isEmpty() ? List.of(title) : List.copyOf(search);
            media = media == null ? List.of() : List.copyOf(media);
        }
    }

    /** With every narration as its own script, so that a retry from the script stage keeps the words. */
    Request request() {
        return new Request(
                title,
                template,
                language,
                voice,
                aspect,
                null,
                music,
                captions,
                List.of(),
                segments.stream().map(Shot::narration).toList(),
                segments.stream()
                        .flatMap(shot -> shot.media().stream())
                        .distinct()
                        .toList(),
                priority,
                callback,
                seed);
    }

    /** @param filled this composition's request, checked */
    Script script(Request filled) {
        List<Segment> written = new ArrayList<>();
        for (Shot shot : segments) {
            boolean opening = written.isEmpty() && segments.size() > 1;
            written.add(new Segment(
                    written.size(),
                    opening ? Segment.Kind.HOOK : Segment.Kind.ITEM,
                    null,
                    Texts.ended(Texts.speakable(shot.narration())),
                    shot.title().strip(),
                    shot.search(),
                    "user",
                    shot.media()));
        }
        return new Script(
                filled.topic(),
                filled.topic(),
                Objects.requireNonNullElse(description, filled.topic()),
                filled.template(),
                filled.language(),
                "own",
                written,
                hashtags == null ? List.of() : hashtags,
                List.of());
    }
}

package dev.viralvideo.api;

import dev.viralvideo.intake.Aspect;
import dev.viralvideo.pipeline.MediaFinder;
import dev.viralvideo.pipeline.MediaFinder.Find;
import dev.viralvideo.pipeline.MediaFinder.Found;
import dev.viralvideo.stock.Licence;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code /media}: what the providers offer, outside of any project. */
final class MediaOperations {
    private static final int PAGE = 20;

    private final MediaFinder finder;
    private final String base;

    /** @param base path of the collection */
    MediaOperations(MediaFinder finder, String base) {
        this.finder = finder;
        this.base = base;
    }

    Map<String, Endpoint> endpoints() {
        return Map.of(
                "searchMedia",
                this::search,
                "getMedia",
                call -> Answer.ok(view(finder.get(call.parameter("id")))),
                "downloadMedia",
                this::download,
                "getMediaContent",
                call -> FileAnswer.of(file(call), call));
    }

    private Answer search(Call call) {
        Aspect aspect = Aspect.of(call.optional("aspect").orElse("9:16"));
        Found found = finder.search(call.parameter("q"), aspect, call.number("limit", PAGE));
        List<View> media = found.finds().stream().map(this::view).toList();
        return Answer.ok(Map.of("media", media, "remarks", found.remarks()));
    }

    private Answer download(Call call) {
        Find find = finder.download(call.parameter("id"));
        return Answer.accepted(base + "/" + find.id(), Map.of(), view(find));
    }

    private Path file(Call call) {
        return finder.file(call.parameter("id"));
    }

    private record View(
            String id,
            String provider,
            String kind,
            String state,
            String text,
            Integer width,
            Integer height,
            Double seconds,
            Double score,
            String url,
            String error,
            Licence licence,
            Map<String, String> links) {}

    private View view(Find find) {
        var candidate = find.candidate();
        boolean there = find.state() == MediaFinder.State.DOWNLOADED;
        Map<String, String> links = new LinkedHashMap<>();
        links.put("self", base + "/" + find.id());
        links.put(there ? "content" : "download", base + "/" + find.id() + (there ? "/content" : "/download"));
        return new View(
                find.id(),
                candidate.provider(),
                candidate.kind().name(),
                find.state().name(),
                candidate.text(),
                candidate.width(),
                candidate.height(),
                candidate.seconds(),
                find.score(),
                // the path of a file of the user's own is nobody else's business
                candidate.work() == null ? null : candidate.source(),
                find.error(),
                candidate.licence(),
                links);
    }
}

package dev.viralvideo.pipeline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.viralvideo.intake.Aspect;
import dev.viralvideo.media.Candidate;
import dev.viralvideo.media.PictureCheck;
import dev.viralvideo.media.ShotNeed;
import dev.viralvideo.stock.Rendition;
import dev.viralvideo.stock.Work;
import java.util.Locale;

/** Asks one hosted provider for pictures for a segment; the bean {@code providerSearch} of the provider files. */
public final class MediaSearch {
    private final HostedSearch search;
    private final PictureCheck check;

    public MediaSearch(HostedSearch search, PictureCheck check) {
        this.search = search;
        this.check = check;
    }

    public Findings search(String route, ShotNeed need) {
        HostedSearch.Hits hits = search.search(route, need.searchTerms(), asked(need), this::usable);
        Findings found = Findings.of(hits.hits().stream()
                .map(hit -> Candidate.of(hit.work(), hit.term(), hit.rank()))
                .toList());
        return hits.fault() == null ? found : found.and(Findings.failed(hits.provider(), hits.fault()));
    }

    private boolean usable(Work work) {
        Rendition largest = work.largest();
        boolean small = largest.sized() && Math.min(largest.width(), largest.height()) < check.smallest();
        return work.kind() != Work.Kind.AUDIO && !small;
    }

    private static ObjectNode asked(ShotNeed need) {
        Aspect aspect = need.aspect();
        return JsonNodeFactory.instance
                .objectNode()
                .put("orientation", aspect.name().toLowerCase(Locale.ROOT))
                .put("width", aspect.width())
                .put("height", aspect.height())
                .put("seconds", (int) Math.ceil(need.seconds()));
    }
}

package dev.viralvideo.pipeline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.viralvideo.stock.Work;

/** Asks one hosted provider for music; the bean {@code musicSearch} of the provider files. */
public final class MusicSearch {
    private final HostedSearch search;

    public MusicSearch(HostedSearch search) {
        this.search = search;
    }

    public HostedSearch.Hits search(String route, MusicWish wish) {
        return search.search(
                route,
                wish.terms(),
                JsonNodeFactory.instance.objectNode().put("seconds", wish.seconds()),
                work -> work.kind() == Work.Kind.AUDIO);
    }
}

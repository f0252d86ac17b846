package dev.viralvideo.pipeline.provider;

import dev.viralvideo.http.Manners;
import java.util.List;

/** Finds out when a provider's file is loaded what would otherwise only show when the provider is asked. */
public final class ProviderCheck {
    private static final List<String> MAPPINGS = List.of("query", "body", "answer", "voicesAnswer");
    private static final List<String> TIMES = List.of("cache", "timeout", "deadline");

    private final ProviderFiles files;
    private final Jq jq;

    public ProviderCheck(ProviderFiles files, Jq jq) {
        this.files = files;
        this.jq = jq;
    }

    /**
     * Passes when the route is no provider's.
     *
     * @throws dev.viralvideo.failure.Failure.Configuration names the parameter that is wrong
     */
    public void check(String route) {
        if (!files.has(route)) {
            return;
        }
        ProviderFile file = files.get(route);
        MAPPINGS.stream().filter(file::has).forEach(name -> jq.check(route + ": " + name, file.text(name)));
        TIMES.forEach(file::time);
        file.number("order");
        Manners.of(file.manners());
    }
}

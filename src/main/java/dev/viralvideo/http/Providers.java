package dev.viralvideo.http;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.UnaryOperator;

/** Every provider that was asked since the start, each with its own limits; made when it is first named. */
public final class Providers implements AutoCloseable {
    private final ConcurrentMap<String, Provider> byName = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Map<String, String>> declared = new ConcurrentHashMap<>();
    private final Http http;
    private final Downloads downloads;
    private final Clock clock;
    private final Sleep sleep;
    private final Excerpt excerpt;

    /** @param mask applied to what providers say before it gets into a message */
    public Providers(Http http, Downloads downloads, Clock clock, Sleep sleep, UnaryOperator<String> mask) {
        this.http = http;
        this.downloads = downloads;
        this.clock = clock;
        this.sleep = sleep;
        this.excerpt = new Excerpt(mask);
    }

    /** The usual set: real time, parts of downloads in the folder. */
    public static Providers of(HttpSettings settings, Path parts, UnaryOperator<String> mask) {
        Http http = new Http(settings);
        return new Providers(http, new Downloads(http, parts), Clock.systemUTC(), Sleep.REAL, mask);
    }

    /** What a provider's file says about its manners; an unchanged declaration keeps what is known of the provider. */
    public synchronized Provider declare(String name, Map<String, String> manners) {
        if (!manners.equals(declared.get(name))) {
            byName.put(name, new Provider(name, Manners.of(manners), http, downloads, clock, sleep, excerpt));
            declared.put(name, Map.copyOf(manners));
        }
        return named(name);
    }

    /** One that nobody declared is treated gently. */
    public Provider named(String name) {
        return byName.computeIfAbsent(
                name, n -> new Provider(n, Manners.GENTLE, http, downloads, clock, sleep, excerpt));
    }

    /** Sorted by name. */
    public List<ProviderState> states() {
        return byName.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getValue().state())
                .toList();
    }

    @Override
    public void close() {
        http.close();
    }
}

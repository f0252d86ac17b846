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
    private final Provider.Surroundings around;

    /**
     * @param mask   applied to what providers say before it gets into a message
     * @param pauses where long pauses are kept from one run to the next; null to keep none
     */
    public Providers(
            Http http, Downloads downloads, Clock clock, Sleep sleep, UnaryOperator<String> mask, Path pauses) {
        around = new Provider.Surroundings(http, downloads, clock, sleep, new Excerpt(mask), new Pauses(pauses, clock));
    }

    /** The usual set: real time, beginnings of downloads and pauses in the folder. */
    public static Providers of(HttpSettings settings, Path folder, UnaryOperator<String> mask) {
        Http http = new Http(settings);
        Downloads downloads = new Downloads(http, folder.resolve("parts"));
        return new Providers(http, downloads, Clock.systemUTC(), Sleep.REAL, mask, folder.resolve("pauses.json"));
    }

    /**
     * Lets calls reach the service at this URL, which must come from the operator's configuration, also where it is in
     * a private network.
     */
    public void trust(String url) {
        around.http().trust(Urls.parse(url));
    }

    /** What a provider's file says about its manners; an unchanged declaration keeps what is known of the provider. */
    public synchronized Provider declare(String name, Map<String, String> manners) {
        if (!manners.equals(declared.get(name))) {
            byName.put(name, new Provider(name, Manners.of(manners), around));
            declared.put(name, Map.copyOf(manners));
        }
        return named(name);
    }

    /** One that nobody declared is treated gently. */
    public Provider named(String name) {
        return byName.computeIfAbsent(name, n -> new Provider(n, Manners.GENTLE, around));
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
        around.http().close();
    }
}

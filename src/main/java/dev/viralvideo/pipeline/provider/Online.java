package dev.viralvideo.pipeline.provider;

import dev.viralvideo.http.HttpSettings;
import dev.viralvideo.http.ProviderState;
import dev.viralvideo.http.Providers;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** The way out: nothing of it is loaded before something is asked for. */
public final class Online implements AutoCloseable {
    private static final long REACH_MILLIS = 1_500;

    private final HttpSettings settings;
    private final boolean permitted;
    private final Path folder;
    private final UnaryOperator<String> mask;
    private Providers apis;
    private Providers media;
    private final Map<String, Boolean> reachable = new ConcurrentHashMap<>();

    /**
     * @param permitted whether providers that need no key may be asked
     * @param folder    for unfinished downloads and pauses that outlive the process
     */
    public Online(HttpSettings settings, boolean permitted, Path folder, UnaryOperator<String> mask) {
        this.settings = settings;
        this.permitted = permitted;
        this.folder = folder;
        this.mask = mask;
    }

    /** For APIs whose address comes from the operator's configuration, which may be in a private network. */
    public synchronized Providers apis() {
        if (apis == null) {
            apis = Providers.of(settings, folder.resolve("apis"), mask);
        }
        return apis;
    }

    /** For addresses that strangers gave: nothing in a private network but what {@code vvg.http.allow} says. */
    public synchronized Providers media() {
        if (media == null) {
            media = Providers.of(settings, folder.resolve("media"), mask);
        }
        return media;
    }

    /** Of the providers that were asked since the start; of one whose files come from elsewhere, that of its API. */
    public synchronized List<ProviderState> states() {
        return apis == null ? List.of() : apis.states();
    }

    /** Whether the operator lets providers be asked that nobody set a key for. */
    public boolean permitted() {
        return permitted;
    }

    /** Who runs this, as providers are told; may be empty. */
    String contact() {
        return settings.contact();
    }

    /** Whether this host's name leads anywhere, looked up once: without a network nobody waits for time-outs. */
    public boolean reaches(String host) {
        return reachable.computeIfAbsent(host, name -> CompletableFuture.supplyAsync(() -> resolves(name))
                .completeOnTimeout(false, REACH_MILLIS, TimeUnit.MILLISECONDS)
                .join());
    }

    private static boolean resolves(String host) {
        try {
            return InetAddress.getByName(host) != null;
        } catch (UnknownHostException e) {
            return false;
        }
    }

    @Override
    public synchronized void close() {
        if (apis != null) {
            apis.close();
        }
        if (media != null) {
            media.close();
        }
    }
}

package dev.viralvideo.pipeline;

import dev.viralvideo.audio.AudioTracks;
import dev.viralvideo.audio.FoundMusic;
import dev.viralvideo.audio.MusicLibrary;
import dev.viralvideo.failure.Failure;
import dev.viralvideo.ffmpeg.Ffmpeg;
import dev.viralvideo.stock.StockFiles;
import dev.viralvideo.stock.Work;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;

/**
 * Gets music from a hosted provider, when the request names one ({@code provider:jamendo}) or the settings do and the
 * request asks for a mood. Whatever goes wrong, the mood is synthesised and the reason told.
 */
public final class MusicDesk {
    /** Begins a request's {@code music} that names a provider. */
    public static final String PROVIDER = "provider:";

    /** Among so many of the best the seed chooses, so that not every calm video has the same track. */
    private static final int GOOD_ENOUGH = 5;

    private static final int MOST_TRIES = 4;

    private final Plugins plugins;
    private final ProducerTemplate template;
    private final StockFiles files;
    private final Ffmpeg ffmpeg;
    private final List<String> moods;
    private final List<String> configured;

    /** @param configured providers that are asked for moods, in this order */
    public MusicDesk(
            Plugins plugins,
            ProducerTemplate template,
            StockFiles files,
            Ffmpeg ffmpeg,
            List<String> moods,
            List<String> configured) {
        this.plugins = plugins;
        this.template = template;
        this.files = files;
        this.ffmpeg = ffmpeg;
        this.moods = List.copyOf(moods);
        this.configured = List.copyOf(configured);
    }

    public FoundMusic find(Order order) {
        String asked = order.request().music() == null
                ? order.template().music()
                : order.request().music();
        boolean named = asked.startsWith(PROVIDER);
        String mood = named ? order.template().music() : asked;
        List<String> providers =
                named ? List.of(asked.substring(PROVIDER.length())) : moods.contains(asked) ? configured : List.of();
        if (providers.isEmpty() || MusicLibrary.NONE.equals(mood) && !named) {
            return FoundMusic.own(mood);
        }
        return found(order, mood, providers);
    }

    /** The licence stays with the tracks only when the provider's music really plays. */
    public AudioTracks credited(FoundMusic found, AudioTracks tracks) {
        return tracks.credited(found);
    }

    private FoundMusic found(Order order, String mood, List<String> providers) {
        List<String> problems = new ArrayList<>();
        MusicWish wish =
                new MusicWish(List.of(mood + " instrumental", mood, "background"), (int) Math.ceil(order.seconds()));
        for (String provider : providers) {
            HostedSearch.Hits hits = ask(provider, wish, problems);
            for (HostedSearch.Hit hit : inTurn(hits.hits(), order.seed())) {
                try {
                    Path file = fetch(order, hit.work());
                    String label = hit.work().provider() + ":" + hit.work().id();
                    return new FoundMusic(file.toString(), label, hit.work().licence(), mood, problems);
                } catch (Failure.Validation | Failure.ExternalService e) {
                    problems.add("music: " + provider + " " + hit.work().id() + " cannot be used: " + e.getMessage());
                }
            }
        }
        problems.add("music: no provider had any that can be used; a synthesised bed plays instead");
        return new FoundMusic(null, null, null, mood, problems);
    }

    private HostedSearch.Hits ask(String provider, MusicWish wish, List<String> problems) {
        String endpoint = plugins.endpoint("music-" + provider);
        if (endpoint == null) {
            problems.add("music: there is no provider '" + provider + "' that runs");
            return new HostedSearch.Hits(provider, List.of(), null);
        }
        try {
            HostedSearch.Hits hits = template.requestBody(endpoint, wish, HostedSearch.Hits.class);
            if (hits.fault() != null) {
                problems.add("music: " + provider + ": " + hits.fault());
            } else if (hits.hits().isEmpty()) {
                problems.add("music: " + provider + " has none, or lacks its key");
            }
            return hits;
        } catch (CamelExecutionException e) {
            throw Failures.of(e);
        }
    }

    private static List<HostedSearch.Hit> inTurn(List<HostedSearch.Hit> hits, long seed) {
        List<HostedSearch.Hit> best = new ArrayList<>(hits.subList(0, Math.min(GOOD_ENOUGH, hits.size())));
        if (!best.isEmpty()) {
            Collections.rotate(best, -(int) Math.floorMod(seed, (long) best.size()));
        }
        return best.subList(0, Math.min(MOST_TRIES, best.size()));
    }

    private Path fetch(Order order, Work work) {
        return files.fetch(work, work.renditions().get(0), order.work(), "music-found", this::check);
    }

    private void check(Path file) {
        if (!ffmpeg.probe(file).hasAudio()) {
            throw new Failure.Validation("UNUSABLE_MEDIA", "has no sound");
        }
    }
}

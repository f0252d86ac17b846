package dev.viralvideo.ops.metrics;

import dev.viralvideo.cache.Cache;
import dev.viralvideo.cache.TierCounts;
import dev.viralvideo.costs.CostSum;
import dev.viralvideo.http.ProviderState;
import dev.viralvideo.project.ProjectStatus;
import dev.viralvideo.project.QueueDepth;
import dev.viralvideo.project.Stage;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** What is looked up when somebody asks for the metrics; labels have few values: stages, statuses, tiers, providers. */
public final class Gauges {
    private static final Duration KEEP = Duration.ofSeconds(2);

    private final MeterRegistry meters;

    public Gauges(MeterRegistry meters) {
        this.meters = meters;
    }

    public Gauges queues(Supplier<List<QueueDepth>> source) {
        Supplier<List<QueueDepth>> depths = new Remembered<>(source, KEEP);
        for (Stage stage : Stage.values()) {
            Tags tags = Tags.of("stage", stage.name().toLowerCase(Locale.ROOT));
            Supplier<QueueDepth> depth = () -> depths.get().stream()
                    .filter(one -> one.stage() == stage)
                    .findFirst()
                    .orElseThrow();
            gauge("vvg.queue.depth", "Projects that wait for a stage", tags, () -> depth.get()
                    .ready());
            gauge(
                    "vvg.queue.age.seconds",
                    "How long the oldest of them waits",
                    tags,
                    () -> depth.get().oldest().toMillis() / 1e3);
            gauge("vvg.workers.busy", "Projects that are worked on, on all nodes", tags, () -> depth.get()
                    .claimed());
        }
        return this;
    }

    public Gauges projects(Supplier<Map<ProjectStatus, Long>> source) {
        Supplier<Map<ProjectStatus, Long>> counts = new Remembered<>(source, KEEP);
        for (ProjectStatus status : ProjectStatus.values()) {
            Tags tags = Tags.of("status", status.name().toLowerCase(Locale.ROOT));
            gauge("vvg.projects", "Projects by status", tags, () -> counts.get().get(status));
        }
        return this;
    }

    public Gauges one(String name, String description, Supplier<Number> value) {
        return gauge(name, description, Tags.empty(), new Remembered<>(value, KEEP));
    }

    public Gauges cache(Cache cache) {
        for (int i = 0; i < cache.counts().size(); i++) {
            int tier = i;
            String name = cache.counts().get(tier).tier();
            cacheResult(cache, tier, Tags.of("tier", name, "result", "hit"), TierCounts::hits);
            cacheResult(cache, tier, Tags.of("tier", name, "result", "miss"), TierCounts::misses);
        }
        return this;
    }

    private void cacheResult(Cache cache, int tier, Tags tags, ToDoubleFunction<TierCounts> count) {
        counter(
                "vvg.cache.requests",
                "Questions to each tier of the cache",
                tags,
                cache,
                all -> count.applyAsDouble(all.counts().get(tier)));
    }

    /** Those that were asked so far; there are as many as there are files in {@code routes/}. */
    void providers(List<ProviderState> states, Function<String, ProviderState> state) {
        for (ProviderState one : states) {
            String name = one.name();
            Tags tags = Tags.of("provider", name);
            counter("vvg.provider.calls", "Requests to a provider, retries included", tags, state, now -> now.apply(
                            name)
                    .calls());
            counter("vvg.provider.failures", "Those of them that failed", tags, state, now -> now.apply(name)
                    .failures());
            gauge(
                    "vvg.provider.open",
                    "1 while a provider is left alone",
                    tags,
                    () -> state.apply(name).breaker().equals("CLOSED") ? 0 : 1);
        }
    }

    /** This month's, by provider. */
    void costs(List<CostSum> sums, Function<String, Double> spent) {
        for (CostSum sum : sums) {
            Tags tags = Tags.of("provider", sum.provider());
            gauge(
                    "vvg.cost.month",
                    "Spent this month, in the currency of the price list",
                    tags,
                    () -> spent.apply(sum.provider()));
        }
    }

    private Gauges gauge(String name, String description, Tags tags, Supplier<Number> value) {
        Gauge.builder(name, value).description(description).tags(tags).register(meters);
        return this;
    }

    private <T> void counter(String name, String description, Tags tags, T source, ToDoubleFunction<T> count) {
        FunctionCounter.builder(name, source, count)
                .description(description)
                .tags(tags)
                .register(meters);
    }
}

package dev.viralvideo.ops.metrics;

import dev.viralvideo.costs.CostSum;
import dev.viralvideo.http.ProviderState;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.function.Supplier;

/** All meters of a service, for Prometheus. */
public final class Metrics implements AutoCloseable {
    private static final double MICROS = 1e6;

    private final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Gauges gauges = new Gauges(meters);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private Supplier<List<ProviderState>> providers = List::of;
    private Supplier<List<CostSum>> costs = List::of;

    /** Those of the process itself: memory, threads, collections, load, time since the start. */
    public Metrics ofTheProcess() {
        new JvmMemoryMetrics().bindTo(meters);
        new JvmThreadMetrics().bindTo(meters);
        new ProcessorMetrics().bindTo(meters);
        new UptimeMetrics().bindTo(meters);
        collections.bindTo(meters);
        return this;
    }

    public MeterRegistry meters() {
        return meters;
    }

    public Gauges gauges() {
        return gauges;
    }

    /** @param states of the providers that were asked so far */
    public void providers(Supplier<List<ProviderState>> states) {
        providers = states;
    }

    /** @param sums of this month */
    public void costs(Supplier<List<CostSum>> sums) {
        costs = sums;
    }

    /** In the text format of Prometheus. */
    String scrape() {
        gauges.providers(providers.get(), name -> providers.get().stream()
                .filter(state -> state.name().equals(name))
                .findFirst()
                .orElseThrow());
        gauges.costs(costs.get(), this::spent);
        return meters.scrape();
    }

    private double spent(String provider) {
        return costs.get().stream()
                .filter(sum -> sum.provider().equals(provider))
                .mapToDouble(sum -> sum.micros() / MICROS)
                .sum();
    }

    @Override
    public void close() {
        collections.close();
        meters.close();
    }
}

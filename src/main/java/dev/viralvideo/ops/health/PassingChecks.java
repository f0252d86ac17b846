package dev.viralvideo.ops.health;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckRepository;

/** Checks of parts that are not known at the start, such as the providers that were asked so far. */
final class PassingChecks implements HealthCheckRepository {
    private final Supplier<Stream<Part>> parts;
    private final Executor lookers;
    private final Map<String, HealthCheck> checks = new ConcurrentHashMap<>();
    private boolean enabled = true;

    PassingChecks(Supplier<Stream<Part>> parts, Executor lookers) {
        this.parts = parts;
        this.lookers = lookers;
    }

    @Override
    public String getId() {
        return "vvg-passing";
    }

    @Override
    public Stream<HealthCheck> stream() {
        return parts.get().map(part -> checks.computeIfAbsent(part.name(), name -> new PartCheck(part, lookers)));
    }

    @Override
    public boolean isEnabled() {
        return enabled;
    }

    @Override
    public void setEnabled(boolean enabled) {
        this.enabled = enabled;
    }
}

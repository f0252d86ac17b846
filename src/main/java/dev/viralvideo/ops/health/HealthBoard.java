package dev.viralvideo.ops.health;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRegistry;

/** How the parts of this service are, through Camel's health checks. */
public final class HealthBoard {
    private static final int LOOKERS = 4;

    private final CamelContext camel;

    /**
     * @param parts   that are always there
     * @param passing those that come and go
     */
    public HealthBoard(CamelContext camel, List<Part> parts, Supplier<Stream<Part>> passing) {
        this.camel = camel;
        ExecutorService lookers = lookers();
        HealthCheckRegistry registry = HealthCheckHelper.getHealthCheckRegistry(camel);
        parts.forEach(part -> registry.register(new PartCheck(part, lookers)));
        registry.register(new PassingChecks(passing, lookers));
    }

    /** Every part, sorted by name. */
    public List<Finding> all() {
        return findings(HealthCheckHelper.invoke(camel));
    }

    /** The parts without which nothing can be worked on. */
    public List<Finding> essential() {
        return findings(HealthCheckHelper.invokeReadiness(camel));
    }

    private static List<Finding> findings(Collection<HealthCheck.Result> results) {
        return results.stream()
                .filter(result -> result.getDetails().containsKey(PartCheck.ESSENTIAL))
                .map(HealthBoard::finding)
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .toList();
    }

    private static Finding finding(HealthCheck.Result result) {
        return new Finding(
                result.getCheck().getId(),
                result.getState() == HealthCheck.State.UP,
                Boolean.TRUE.equals(result.getDetails().get(PartCheck.ESSENTIAL)),
                result.getMessage().orElse(""));
    }

    private static ExecutorService lookers() {
        ThreadPoolExecutor pool =
                new ThreadPoolExecutor(LOOKERS, LOOKERS, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                    Thread thread = new Thread(work, "health");
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }
}

package dev.viralvideo.pipeline;

import dev.viralvideo.project.ProjectStatus;
import dev.viralvideo.project.ProjectStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Back-pressure: while too much is queued, or memory or disk is short, the intake edges are suspended; files and
 * messages wait where they are. Only what the gate itself suspended is resumed by it.
 */
public final class IntakeGate {
    private static final Logger LOG = LoggerFactory.getLogger(IntakeGate.class);
    private static final String EDGES = "intake-edge";
    private static final double MOST_HEAP = 0.92;

    /** When intake waits. Free bytes are those of the disk with the data folder. */
    public record Limits(long mostQueued, long leastFreeBytes) {}

    private final CamelContext camel;
    private final ProjectStore store;
    private final Path data;
    private final Limits limits;
    private final Predicate<String> held;
    private final Set<String> suspended = new HashSet<>();
    private volatile String reason;
    private volatile boolean stopping;

    /** @param held whether an operator has stopped a route, which then stays so */
    public IntakeGate(CamelContext camel, ProjectStore store, Path data, Limits limits, Predicate<String> held) {
        this.camel = camel;
        this.store = store;
        this.data = data;
        this.limits = limits;
        this.held = held;
    }

    /** Why intake waits now, if it does. */
    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    /** Lets nothing more in, for good: the service stops. */
    public void stop() {
        stopping = true;
        reason = "the service stops";
        try {
            look();
        } catch (Exception e) {
            LOG.warn("while stopping intake", e);
        }
    }

    public synchronized void look() throws Exception {
        String now = shortage();
        if (now != null && reason == null) {
            LOG.warn("intake waits: {}", now);
        } else if (now == null && reason != null) {
            LOG.info("intake goes on");
        }
        reason = now;
        if (now == null) {
            open();
        } else {
            close();
        }
    }

    private void close() throws Exception {
        for (Route route : camel.getRoutesByGroup(EDGES)) {
            if (camel.getRouteController().getRouteStatus(route.getId()).isStarted()) {
                camel.getRouteController().suspendRoute(route.getId());
                suspended.add(route.getId());
            }
        }
    }

    private void open() throws Exception {
        List<String> waiting = new ArrayList<>(suspended);
        for (String route : waiting) {
            if (!held.test(route)) {
                camel.getRouteController().resumeRoute(route);
            }
            suspended.remove(route);
        }
    }

    private String shortage() throws IOException {
        if (stopping) {
            return "the service stops";
        }
        long queued = store.counts().getOrDefault(ProjectStatus.QUEUED, 0L);
        if (queued >= limits.mostQueued()) {
            return queued + " projects are queued (vvg.intake.max-queued)";
        }
        long free = Files.getFileStore(data).getUsableSpace();
        if (free < limits.leastFreeBytes()) {
            return "only " + (free >> 20) + " MiB are free for " + data + " (vvg.intake.min-free-bytes)";
        }
        Runtime runtime = Runtime.getRuntime();
        double used = (double) (runtime.totalMemory() - runtime.freeMemory()) / runtime.maxMemory();
        return used > MOST_HEAP ? "the memory is " + Math.round(used * 100) + " % full (VVG_HEAP)" : null;
    }
}

package dev.viralvideo.broker;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether the broker can be reached, and since when; tells the log only when that changes. */
public final class BrokerState {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerState.class);

    /**
     * @param up     whether it is connected and takes messages
     * @param reason why not, else null
     */
    public record Status(boolean up, Instant since, String reason) {}

    private final String name;
    private final Clock clock;
    private final AtomicReference<Status> status;

    /** @param name for logs: never with a password in it */
    public BrokerState(String name, Clock clock) {
        this.name = name;
        this.clock = clock;
        this.status = new AtomicReference<>(new Status(false, clock.instant(), null));
    }

    public Status status() {
        return status.get();
    }

    public boolean isUp() {
        return status.get().up();
    }

    void up() {
        Instant now = clock.instant();
        Status before = status.getAndUpdate(old -> old.up() ? old : new Status(true, now, null));
        if (!before.up()) {
            Duration away = Duration.between(before.since(), now);
            LOG.info("{} is connected{}", name, before.reason() == null ? "" : " after " + away.toSeconds() + " s");
        }
    }

    void down(String reason) {
        Instant now = clock.instant();
        Status before = status.getAndUpdate(old -> {
            Instant since = old.up() ? now : old.since();
            return new Status(false, since, reason);
        });
        if (before.up() || before.reason() == null) {
            LOG.warn("{} cannot be used: {}; its topics and our events wait until it is back", name, reason);
        }
    }
}

package dev.viralvideo.ops.health;

import dev.viralvideo.failure.Failure;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/** A part as a Camel health check: what was found is remembered for a while, and a part that hangs holds nobody up. */
final class PartCheck extends AbstractHealthCheck {
    static final String ESSENTIAL = "essential";
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Part part;
    private final Executor lookers;
    private CompletableFuture<String> looking;
    private long since;

    PartCheck(Part part, Executor lookers) {
        super("vvg", part.name());
        this.part = part;
        this.lookers = lookers;
    }

    @Override
    public boolean isReadiness() {
        return part.essential();
    }

    @Override
    public boolean isLiveness() {
        return false;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        builder.detail(ESSENTIAL, part.essential());
        try {
            builder.message(look().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS))
                    .up();
        } catch (TimeoutException e) {
            builder.message(part.name() + " does not answer within " + PATIENCE.toSeconds() + " s")
                    .down();
        } catch (ExecutionException e) {
            builder.message(told(e.getCause())).down();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            builder.unknown();
        }
    }

    /** Everybody who asks while somebody looks waits for the same answer. */
    private synchronized CompletableFuture<String> look() {
        boolean old = looking == null
                || looking.isDone() && System.nanoTime() - since > part.keep().toNanos();
        if (old) {
            since = System.nanoTime();
            looking = CompletableFuture.supplyAsync(this::found, lookers);
        }
        return looking;
    }

    private String found() {
        try {
            return part.look().call();
        } catch (Exception e) {
            throw new CompletionException(e);
        }
    }

    private static String told(Throwable problem) {
        return problem instanceof Failure ? problem.getMessage() : "unexpected " + problem + "; the log has more";
    }
}

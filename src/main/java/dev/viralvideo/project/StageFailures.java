package dev.viralvideo.project;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.viralvideo.failure.Failure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Ends a claim with a failure: the stage waits and is tried again, or the project fails for good. */
public final class StageFailures {
    private final Database database;
    private final Clock clock;
    private final Backoff backoff;

    public StageFailures(Database database, Clock clock, Backoff backoff) {
        this.database = database;
        this.clock = clock;
        this.backoff = backoff;
    }

    /**
     * Records a failure. What is retryable is tried as often as the back-off allows.
     *
     * @param retryAfter how long a provider asked to wait, or null
     * @return how long the stage now waits, or empty when the project has failed
     * @throws LeaseLost when the claim is no longer valid; nothing was written
     */
    public Optional<Duration> fail(Claim claim, Failure failure, Duration retryAfter) {
        Duration wait = backoff.after(claim.attempt(), retryAfter);
        return database.write(h -> {
            long now = clock.millis();
            if (!StageRows.lock(h, claim.projectId(), now)) {
                throw new LeaseLost(claim);
            }
            if (failure.retryable() && !isLast(claim)) {
                waitAndRetry(h, claim, now, wait);
                return Optional.of(wait);
            }
            leave(h, claim, "FAILED", now, 0);
            failProject(h, claim, failure, now);
            return Optional.empty();
        });
    }

    /** Whether the project fails when this try does. */
    public boolean isLast(Claim claim) {
        return backoff.isLast(claim.attempt());
    }

    private static void waitAndRetry(Handle h, Claim claim, long now, Duration wait) {
        leave(h, claim, "READY", now, now + wait.toMillis());
        StageRows.advance(h, claim.projectId(), now);
    }

    private static void leave(Handle h, Claim claim, String state, long now, long notBefore) {
        String sql =
                """
                update stage_state set state = :state, attempts = attempts + 1, not_before = :notBefore, worker = null,
                    progress = 0, ready_at = :now, finished_at = :now
                where
                """;
        int left = StageSql.bind(h.createUpdate(sql + StageSql.HELD), claim)
                .bind("state", state)
                .bind("notBefore", notBefore)
                .bind("now", now)
                .execute();
        if (left == 0) {
            throw new LeaseLost(claim);
        }
    }

    /** Sets the project's error, stops its other stages, keeps a dead letter and tells the outside. */
    static void failProject(Handle h, Claim claim, Failure failure, long now) {
        String id = claim.projectId();
        ObjectNode error = error(claim, failure, now);
        String json = StoredText.json(error);
        h.createUpdate("update project_state set error = :error where id = :id")
                .bind("error", json)
                .bind("id", id)
                .execute();
        StageRows.close(h, id);
        StageRows.setStatus(h, id, ProjectStatus.FAILED);
        String source = claim.stage().name().toLowerCase(Locale.ROOT);
        DeadLetters.insert(h, id, source, failure.code() + ": " + failure.getMessage(), json, now);
        EventLog.append(h, id, ProjectEvent.ERROR_OCCURRED, EventLog.details().set("error", error), now);
    }

    private static ObjectNode error(Claim claim, Failure failure, long now) {
        return EventLog.details()
                .put("category", failure.category().name())
                .put("code", failure.code())
                .put("message", failure.getMessage())
                .put("stage", claim.stage().name())
                .put("attempts", claim.attempt())
                .put("at", Instant.ofEpochMilli(now).toString());
    }
}

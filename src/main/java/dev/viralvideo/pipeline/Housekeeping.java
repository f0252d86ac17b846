package dev.viralvideo.pipeline;

import dev.viralvideo.project.IntakeFiles;
import dev.viralvideo.project.Outbox;
import dev.viralvideo.project.Project;
import dev.viralvideo.project.ProjectStatus;
import dev.viralvideo.project.ProjectStore;
import dev.viralvideo.project.Submissions;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Removes what nobody needs any more. Finished packages stay unless the operator gave them an age. */
public final class Housekeeping {
    private static final Duration ORPHAN = Duration.ofHours(1);

    /** How long things are kept. */
    public record Ages(Duration failedWork, Duration events) {}

    /** The state that is looked at and trimmed. */
    public record State(ProjectStore store, Outbox outbox, Submissions submissions, IntakeFiles files) {}

    private final State state;
    private final Orders orders;
    private final OutputTidying output;
    private final CacheTidying caches;
    private final Clock clock;
    private final Ages ages;

    public Housekeeping(State state, Orders orders, OutputTidying output, CacheTidying caches, Clock clock, Ages ages) {
        this.state = state;
        this.orders = orders;
        this.output = output;
        this.caches = caches;
        this.clock = clock;
        this.ages = ages;
    }

    public synchronized void run() throws IOException {
        orders.all().stream().filter(this::isDone).forEach(orders::clear);
        output.run();
        caches.run();
        Instant eventsBefore = clock.instant().minus(ages.events());
        state.outbox().purge(eventsBefore);
        state.submissions().forgetKeys(eventsBefore);
        state.files().forget(eventsBefore);
    }

    /** Whether a project's work files can go. */
    private boolean isDone(String projectId) {
        Optional<Project> project = state.store().find(projectId);
        if (project.isEmpty()) {
            return orders.age(projectId, clock.instant()).compareTo(ORPHAN) > 0;
        }
        ProjectStatus status = project.get().status();
        Duration age = Duration.between(project.get().updatedAt(), clock.instant());
        return status == ProjectStatus.COMPLETED
                || status == ProjectStatus.CANCELLED
                || status == ProjectStatus.FAILED && age.compareTo(ages.failedWork()) > 0;
    }
}

package dev.viralvideo.project;

import dev.viralvideo.intake.Request;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.CRC32;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Turns submissions into projects: all of a batch in one transaction, each at most once for its key. */
public final class Submissions {
    private static final int DEFAULT_PRIORITY = 4;

    private final Database database;
    private final ProjectIds ids;
    private final Clock clock;

    public Submissions(Database database, ProjectIds ids, Clock clock) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
    }

    public Accepted create(Submission submission) {
        return createAll(List.of(submission)).get(0);
    }

    /** As many answers as submissions, in their order; a few hundred at a time give the best throughput. */
    public List<Accepted> createAll(List<Submission> submissions) {
        // ids are made outside the transaction: when it runs again because the answer to its commit was lost, it
        // finds its own projects instead of making others
        List<NewProject> projects = submissions.stream()
                .map(s -> new NewProject(ids.next(), IdempotencyKeys.stored(s.key()), s))
                .toList();
        return database.write(h -> store(h, projects));
    }

    /**
     * Likewise for one whose script is written already: it goes on with the stages after it.
     *
     * @param script JSON, as the script stage would have left it
     */
    public Accepted createWritten(Submission submission, String script) {
        NewProject project = new NewProject(ids.next(), IdempotencyKeys.stored(submission.key()), submission);
        return database.write(h -> {
            Accepted accepted = store(h, List.of(project)).get(0);
            if (accepted.created()) {
                write(h, project.id, script);
            }
            return accepted;
        });
    }

    private void write(Handle h, String id, String script) {
        long now = clock.millis();
        h.createUpdate("update project_state set script = :script where id = :id")
                .bind("script", StoredText.clean(script))
                .bind("id", id)
                .execute();
        int done = h.createUpdate(
                        "update stage_state set state = 'DONE', progress = 1, started_at = :now, finished_at = :now"
                                + " where project_id = :id and stage = 'SCRIPT' and state = 'READY'")
                .bind("now", now)
                .bind("id", id)
                .execute();
        if (done == 1) {
            EventLog.append(h, id, ProjectEvent.SCRIPT_GENERATED, EventLog.details(), now);
            StageRows.advance(h, id, now);
        }
    }

    private record NewProject(String id, String key, Submission submission) {
        Request request() {
            return submission.request();
        }

        int priority() {
            return Objects.requireNonNullElse(request().priority(), DEFAULT_PRIORITY);
        }

        /** Without a seed of the user's it follows from the topic: the same topic gives the same video. */
        long seed() {
            if (request().seed() != null) {
                return request().seed();
            }
            CRC32 crc = new CRC32();
            crc.update(request().topic().getBytes(StandardCharsets.UTF_8));
            return crc.getValue();
        }
    }

    private List<Accepted> store(Handle h, List<NewProject> projects) {
        long now = clock.millis();
        IdempotencyKeys keys = new IdempotencyKeys(h, now);
        projects.stream().filter(p -> p.key != null).forEach(p -> keys.want(p.key, p.id));
        Map<String, String> owners = keys.take();
        List<NewProject> fresh = new ArrayList<>();
        List<Accepted> answers = new ArrayList<>();
        for (NewProject project : projects) {
            String id = owners.getOrDefault(project.key, project.id);
            boolean created = id.equals(project.id);
            answers.add(new Accepted(id, created));
            if (created) {
                fresh.add(project);
            }
        }
        if (!fresh.isEmpty() && !isStored(h, fresh.get(0).id)) {
            insertProjects(h, fresh, now);
            insertStages(h, fresh, now);
            insertEvents(h, fresh, now);
        }
        return answers;
    }

    private static boolean isStored(Handle h, String id) {
        return h.createQuery("select id from project_state where id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .findOne()
                .isPresent();
    }

    private static void insertProjects(Handle h, List<NewProject> projects, long now) {
        PreparedBatch batch = h.prepareBatch(
                """
                insert into project_state (id, topic, status, created_at, updated_at, request, priority, seed, source,
                    reply_to, correlation_id)
                values (:id, :topic, 'QUEUED', :now, :now, :request, :priority, :seed, :source, :replyTo, :correlation)
                """);
        for (NewProject p : projects) {
            batch.bind("id", p.id)
                    .bind("topic", StoredText.clean(p.request().topic()))
                    .bind("now", now)
                    .bind("request", StoredText.json(p.request()))
                    .bind("priority", p.priority())
                    .bind("seed", p.seed())
                    .bind("source", StoredText.clean(p.submission.source()))
                    .bind("replyTo", StoredText.clean(p.submission.replyTo()))
                    .bind("correlation", StoredText.clean(p.submission.correlationId()))
                    .add();
        }
        batch.execute();
    }

    private static void insertStages(Handle h, List<NewProject> projects, long now) {
        PreparedBatch batch = h.prepareBatch(
                """
                insert into stage_state (project_id, stage, state, priority, ready_at)
                values (:id, :stage, :state, :priority, :readyAt)
                """);
        for (NewProject p : projects) {
            for (Stage stage : Stage.values()) {
                boolean ready = stage.needs().isEmpty();
                batch.bind("id", p.id)
                        .bind("stage", stage.name())
                        .bind("state", (ready ? StageState.READY : StageState.WAITING).name())
                        .bind("priority", p.priority())
                        .bind("readyAt", ready ? now : null)
                        .add();
            }
        }
        batch.execute();
    }

    private static void insertEvents(Handle h, List<NewProject> projects, long now) {
        PreparedBatch batch = EventLog.batch(h);
        for (NewProject p : projects) {
            var details = EventLog.details().put("topic", p.request().topic()).put("source", p.submission.source());
            EventLog.add(batch, p.id, ProjectEvent.PROJECT_CREATED, details, now);
        }
        batch.execute();
    }

    /** Forgets idempotency keys of projects that have ended, made before then. */
    public void forgetKeys(Instant before) {
        database.write(h -> h.createUpdate(
                        """
                        delete from idempotency_key where created_at < :before and project_id in
                            (select id from project_state where status in ('COMPLETED', 'FAILED', 'CANCELLED'))
                        """)
                .bind("before", before.toEpochMilli())
                .execute());
    }
}

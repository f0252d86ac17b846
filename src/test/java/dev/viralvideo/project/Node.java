package dev.viralvideo.project;

import dev.viralvideo.intake.Request;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** One process's parts of the state machine, wired for a test, with clocks that the test moves. */
final class Node implements AutoCloseable {
    static final Duration LEASE = Duration.ofSeconds(30);

    final Database database;
    final SettableClock clock = new SettableClock();
    final AtomicLong nanos = new AtomicLong();
    final String worker;
    final ProjectStore store;
    final Submissions submissions;
    final Claims claims;
    final Leases leases;
    final Checkpoints checkpoints;
    final StageFailures failures;
    final Steering steering;
    final Sweeper sweeper;
    final Outbox outbox;
    final Queues queues;
    final ProgressReader progress;
    final Pipeline pipeline;

    Node(Database database, String worker) {
        this.database = database;
        this.worker = worker;
        store = new ProjectStore(database);
        submissions = new Submissions(database, new ProjectIds(clock, new Random()), clock);
        claims = new Claims(database, clock);
        leases = new Leases(database, clock);
        checkpoints = new Checkpoints(database, clock);
        failures = new StageFailures(database, clock, new Backoff(3, Duration.ofSeconds(1), new Random(1)));
        steering = new Steering(database, clock);
        sweeper = new Sweeper(database, clock, nanos::get, 5);
        outbox = new Outbox(database, clock, worker);
        queues = new Queues(database, clock);
        progress = new ProgressReader(database, clock);
        pipeline = new Pipeline(submissions, progress, steering);
    }

    static Node on(TestDatabase kind) {
        return new Node(kind.open(kind.migratedUrl()), "worker");
    }

    String create(String topic) {
        return pipeline.createProject(Request.of(topic), null);
    }

    Claim claim(String id, Stage stage) {
        return claims.claim(id, stage, worker, LEASE).orElseThrow();
    }

    Set<Stage> done(String id, Stage stage) {
        return checkpoints.commit(claim(id, stage), "{\"" + stage + "\":1}");
    }

    ProjectStatus status(String id) {
        return store.get(id).status();
    }

    List<String> events(String id) {
        return outbox.history(id).stream().map(OutboxEvent::name).toList();
    }

    /** Lets monotonic time pass as a sweeper sees it: a look every second. */
    int sweepFor(Duration time) {
        int opened = 0;
        for (int i = 0; i < time.toSeconds(); i++) {
            nanos.addAndGet(1_000_000_000L);
            opened += sweeper.reopenExpired();
        }
        return opened;
    }

    @Override
    public void close() {
        database.close();
    }
}

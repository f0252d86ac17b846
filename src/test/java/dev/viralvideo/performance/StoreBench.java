package dev.viralvideo.performance;

import dev.viralvideo.intake.Request;
import dev.viralvideo.project.Checkpoints;
import dev.viralvideo.project.Claim;
import dev.viralvideo.project.Claims;
import dev.viralvideo.project.Database;
import dev.viralvideo.project.Outbox;
import dev.viralvideo.project.PostgresqlCluster;
import dev.viralvideo.project.ProgressReader;
import dev.viralvideo.project.ProjectIds;
import dev.viralvideo.project.ProjectStatus;
import dev.viralvideo.project.ProjectStore;
import dev.viralvideo.project.Queues;
import dev.viralvideo.project.Stage;
import dev.viralvideo.project.Submission;
import dev.viralvideo.project.Submissions;
import dev.viralvideo.project.Sweeper;
import dev.viralvideo.project.TemporaryFolder;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Measures the state machine alone, each with its real durability (an fsync for each commit): topics a second into
 * durable state, from 1,000 to 100,000; what queries take with 100,000 projects; and all state transitions of one
 * project. Run it with the test class path; an argument replaces the 100,000.
 */
public final class StoreBench {
    private static final int BATCH = 200;
    private static final int RUNS = 15;

    private final String name;
    private final String url;
    private final String user;

    private StoreBench(String name, String url, String user) {
        this.name = name;
        this.url = url;
        this.user = user;
    }

    public static void main(String[] args) {
        int most = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
        String file = "jdbc:sqlite:" + TemporaryFolder.untilExit("vvg-bench").resolve("vvg.db");
        new StoreBench("SQLite", file, null).run(most);
        PostgresqlCluster.start().ifPresent(cluster -> {
            cluster.execute("create database bench");
            new StoreBench("PostgreSQL", cluster.url("bench"), cluster.user()).run(most);
            cluster.close();
        });
    }

    private void run(int most) {
        measured("open, new database", 1, () -> {
            Database.open(url, user, null).close();
            return null;
        });
        try (Database database = Database.open(url, user, null)) {
            intake(database, most);
        }
        measured("open", 3, () -> {
            Database.open(url, user, null).close();
            return null;
        });
        try (Database database = Database.open(url, user, null)) {
            queries(database);
            transitions(database);
        }
    }

    private void intake(Database database, int most) {
        Clock clock = Clock.systemUTC();
        Submissions submissions = new Submissions(database, new ProjectIds(clock, new Random()), clock);
        insert(submissions, -2_000, 0); // warm up
        int from = 0;
        for (int to = Math.min(1_000, most); from < most; to = Math.min(most, to < 10_000 ? 10_000 : to + 30_000)) {
            long start = System.nanoTime();
            insert(submissions, from, to);
            double seconds = (System.nanoTime() - start) / 1e9;
            print(
                    "intake of topics %,d to %,d, %d a batch".formatted(from, to, BATCH),
                    "%.0f/s, %.0f µs each".formatted((to - from) / seconds, seconds / (to - from) * 1e6));
            from = to;
        }
        long start = System.nanoTime();
        for (int i = 0; i < 500; i++) {
            submissions.create(submission(most + i));
        }
        print("intake one by one", "%.0f/s".formatted(500 / ((System.nanoTime() - start) / 1e9)));
    }

    private static void insert(Submissions submissions, int from, int to) {
        for (int i = from; i < to; i += BATCH) {
            List<Submission> batch = new ArrayList<>();
            for (int n = i; n < Math.min(to, i + BATCH); n++) {
                batch.add(submission(n));
            }
            submissions.createAll(batch);
        }
    }

    private static Submission submission(int number) {
        return Submission.of(Request.of("%d surprising facts about honey bees".formatted(number)), "key " + number);
    }

    private void queries(Database database) {
        Clock clock = Clock.systemUTC();
        ProjectStore store = new ProjectStore(database);
        String middle = store.list(null, null, 1000).get(999).id();
        ProgressReader progress = new ProgressReader(database, clock);
        Queues queues = new Queues(database, clock);
        Sweeper sweeper = new Sweeper(database, clock, System::nanoTime, 100);
        Outbox outbox = new Outbox(database, clock, "bench");
        measured("list, first 50", RUNS, () -> store.list(null, null, 50));
        measured("list, QUEUED, page in the middle", RUNS, () -> store.list(ProjectStatus.QUEUED, middle, 50));
        measured("counts by status", RUNS, store::counts);
        measured("status of one", RUNS, () -> progress.read(middle));
        measured("queue depths", RUNS, queues::depths);
        measured("outbox age", RUNS, outbox::age);
        measured("sweep", RUNS, sweeper::reopenExpired);
        measured("look for stranded projects", RUNS, () -> sweeper.mendStranded(10));
    }

    private void transitions(Database database) {
        Clock clock = Clock.systemUTC();
        Claims claims = new Claims(database, clock);
        Checkpoints checkpoints = new Checkpoints(database, clock);
        Outbox outbox = new Outbox(database, clock, "bench");
        measured("relay of 1,000 events", RUNS, () -> outbox.relayBatch(1000, event -> {}));
        measured("all transitions of one project", 50, () -> {
            for (Stage stage : Stage.values()) {
                Claim claim =
                        claims.claimNext(stage, "bench", Duration.ofSeconds(30)).orElseThrow();
                checkpoints.commit(claim, "{\"some\":\"result\"}".repeat(100));
            }
            return null;
        });
    }

    private void measured(String what, int runs, Supplier<?> work) {
        double[] millis = new double[runs];
        for (int i = 0; i < runs; i++) {
            long start = System.nanoTime();
            work.get();
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        double first = millis[0];
        Arrays.sort(millis);
        print(
                what,
                "median %.1f ms, first %.1f ms, worst %.1f ms".formatted(millis[runs / 2], first, millis[runs - 1]));
    }

    private void print(String what, String figure) {
        System.out.printf(Locale.ROOT, "| %-10s | %-52s | %s |%n", name, what, figure);
    }
}

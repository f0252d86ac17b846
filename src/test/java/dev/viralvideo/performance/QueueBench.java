package dev.viralvideo.performance;

import dev.viralvideo.config.Settings;
import dev.viralvideo.config.StageSettings;
import dev.viralvideo.intake.Request;
import dev.viralvideo.pipeline.RequestDefaults;
import dev.viralvideo.project.Database;
import dev.viralvideo.project.Outbox;
import dev.viralvideo.project.PostgresqlCluster;
import dev.viralvideo.project.ProgressReader;
import dev.viralvideo.project.ProjectIds;
import dev.viralvideo.project.ProjectStatus;
import dev.viralvideo.project.ProjectStore;
import dev.viralvideo.project.Submission;
import dev.viralvideo.project.Submissions;
import dev.viralvideo.project.TemporaryFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/**
 * What queue and state cost: the real service, in processes of its own, whose stages only wait. With a long queue: its
 * memory, its start, {@code list} and {@code status}, and what a project takes besides its stages. With a short one:
 * how much sooner two nodes on one PostgreSQL are done than one. An argument replaces the 100,000 and prints only.
 */
public final class QueueBench {
    private static final int BATCH = 500;
    private static final int LOOKS = 25;
    /** Counting 100,000 projects costs: seldom enough not to be what is measured. */
    private static final int LOOK_MILLIS = 200;

    private static final int WARM = 200;
    private static final int MADE = 1_000;
    private static final int WARM_SHARED = 40;
    private static final int SHARED = 200;
    private static final Duration WORK = Duration.ofMillis(600);
    private static final Clock CLOCK = Clock.systemUTC();

    private final Path folder = TemporaryFolder.untilExit("vvg-queue-bench");
    private final StringBuilder rows = new StringBuilder("| figure | target | measured | how |\n|---|---|---|---|\n");
    private final int queued;

    private QueueBench(int queued) {
        this.queued = queued;
    }

    public static void main(String[] arguments) throws Exception {
        QueueBench bench = new QueueBench(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000);
        bench.longQueue();
        bench.nodes();
        System.out.print(bench.rows);
        if (arguments.length == 0) {
            new FiguresPage(Path.of("docs", "figures.md")).put("make bench-queue", bench.rows.toString());
        }
        System.exit(0);
    }

    private void longQueue() throws IOException, InterruptedException {
        Path home = folder.resolve("home");
        BenchNode.start(home, Duration.ZERO, Map.of()).close(); // unpacks what is unpacked once
        Settings settings = settings(home, Map.of());
        try (Database database = open(settings)) {
            submit(database, settings, 0, queued);
            tell(database);
            long start = System.nanoTime();
            try (BenchNode node = BenchNode.start(home, Duration.ZERO, Map.of())) {
                double started = seconds(start);
                String name = "%,d queued projects: ".formatted(queued);
                row(name + "start", "< 10 s", "%.1f s".formatted(started), "start of the process to all routes up");
                overhead(new ProjectStore(database));
                looks(database, name);
                row(
                        name + "heap",
                        "< 256 MB",
                        "%.0f MB".formatted(node.liveMegabytes()),
                        "in use after a collection while it works through them; it runs with `-Xmx256m`");
            }
        }
    }

    /** Who waits in a long queue was announced long ago. */
    private static void tell(Database database) {
        Outbox outbox = new Outbox(database, CLOCK, "bench");
        while (outbox.relayBatch(1000, event -> {}) > 0) {
            // more are waiting
        }
    }

    private void overhead(ProjectStore store) throws InterruptedException {
        awaitCompleted(store, WARM);
        long first = completed(store);
        long start = System.nanoTime();
        awaitCompleted(store, first + MADE);
        double millis = seconds(start) * 1000 / (completed(store) - first);
        row(
                "queue and state for one project",
                "< 20 ms",
                "%.1f ms".formatted(millis),
                "time for one of %,d whose stages do nothing, SQLite, default workers".formatted(MADE));
    }

    private void looks(Database database, String name) {
        ProjectStore store = new ProjectStore(database);
        ProgressReader progress = new ProgressReader(database, CLOCK);
        String middle = store.list(null, null, Math.min(1000, queued)).get(99).id();
        row(name + "`list`", "< 50 ms", millis(() -> store.list(null, null, 50)), "first 50, while it works");
        row(
                name + "`list --status QUEUED`",
                "< 50 ms",
                millis(() -> store.list(ProjectStatus.QUEUED, middle, 50)),
                "50 from the middle, while it works");
        row(name + "`status`", "< 50 ms", millis(() -> progress.read(middle)), "while it works");
    }

    private void nodes() throws Exception {
        Optional<PostgresqlCluster> cluster = PostgresqlCluster.start();
        if (cluster.isEmpty()) {
            return;
        }
        double one = shared(cluster.get(), 1);
        double two = shared(cluster.get(), 2);
        cluster.get().close();
        row(
                "two nodes ÷ one",
                "≤ 0.55",
                "%.2f (%.1f s ÷ %.1f s)".formatted(two / one, two, one),
                "%d projects whose stages wait %d ms in their usual shares, two workers a stage and node, one PostgreSQL, nodes that have worked before"
                        .formatted(SHARED, WORK.toMillis()));
    }

    private double shared(PostgresqlCluster cluster, int count) throws IOException, InterruptedException {
        cluster.execute("create database nodes_" + count);
        Map<String, String> own = new HashMap<>();
        own.put("vvg.db.url", cluster.url("nodes_" + count));
        own.put("vvg.db.user", cluster.user());
        StageSettings.ALL.forEach(stage -> own.put("vvg." + stage + ".workers", "2"));
        List<BenchNode> nodes = new ArrayList<>();
        Settings settings = settings(folder.resolve("outside"), own);
        try (Database database = open(settings)) {
            for (int i = 0; i < count; i++) {
                nodes.add(BenchNode.start(folder.resolve("node-" + i), WORK, own));
            }
            ProjectStore store = new ProjectStore(database);
            // two nodes that are new would compile their code on the same cores at the same time
            submit(database, settings, 0, WARM_SHARED);
            awaitCompleted(store, WARM_SHARED);
            long start = System.nanoTime();
            submit(database, settings, WARM_SHARED, WARM_SHARED + SHARED);
            awaitCompleted(store, WARM_SHARED + SHARED);
            return seconds(start);
        } finally {
            for (BenchNode node : nodes) {
                node.close();
            }
        }
    }

    private static void submit(Database database, Settings settings, int first, int end) {
        RequestDefaults defaults = RequestDefaults.of(settings);
        Submissions submissions = new Submissions(database, new ProjectIds(CLOCK, new Random()), CLOCK);
        for (int from = first; from < end; from += BATCH) {
            List<Submission> batch = new ArrayList<>();
            for (int i = from; i < Math.min(end, from + BATCH); i++) {
                Request request = defaults.fill(Request.of("%d surprising facts about honey bees".formatted(i)));
                batch.add(Submission.of(request, "bench " + i));
            }
            submissions.createAll(batch);
        }
    }

    private static void awaitCompleted(ProjectStore store, long count) throws InterruptedException {
        while (completed(store) < count) {
            Thread.sleep(LOOK_MILLIS);
        }
    }

    private static long completed(ProjectStore store) {
        return store.counts().get(ProjectStatus.COMPLETED);
    }

    private static Settings settings(Path home, Map<String, String> own) {
        Settings settings = Settings.load(Path.of("").toAbsolutePath(), home, Map.of(), own);
        settings.folders().create();
        return settings;
    }

    private static Database open(Settings settings) {
        return Database.open(
                settings.database().url(),
                settings.database().user(),
                settings.database().password());
    }

    private static String millis(Supplier<?> look) {
        Series series = new Series();
        for (int i = 0; i < LOOKS; i++) {
            long start = System.nanoTime();
            look.get();
            series.add(seconds(start) * 1000);
        }
        return series.told(" ms");
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private void row(String... cells) {
        rows.append("| ").append(String.join(" | ", cells)).append(" |\n");
        System.err.println(String.format(Locale.ROOT, "%s: %s", cells[0], cells[2]));
    }
}

package dev.viralvideo.performance;

import dev.viralvideo.StubbedService;
import dev.viralvideo.intake.Request;
import dev.viralvideo.integration.TestAmqp;
import dev.viralvideo.integration.TestBroker;
import dev.viralvideo.project.PostgresqlCluster;
import dev.viralvideo.project.TemporaryFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Topics a second from an edge into durable projects (an fsync for each commit), by a running service whose stages are
 * elsewhere: its sweeps, its outbox and its back-pressure are at work as well. The rates are those of the first
 * thousand, up to ten thousand, and so on, so that they tell whether a topic costs more when many are there.
 * Arguments: how many topics, and which edges ({@code folder api broker} without); all of them write the table.
 */
public final class IntakeBench {
    private static final List<String> EDGES = List.of("folder", "api", "broker");
    private static final int WARM = 50_000;
    private static final int SENDERS = 16;

    private final int most;
    private final Path home = TemporaryFolder.untilExit("vvg-intake-bench");
    private Connection database;

    private IntakeBench(int most) {
        this.most = most;
    }

    public static void main(String[] arguments) throws Exception {
        int most = Integer.parseInt(arguments[0]);
        List<String> edges = arguments.length == 1 ? EDGES : List.of(arguments).subList(1, arguments.length);
        List<IntakeRates> measured = new ArrayList<>();
        for (String edge : edges) {
            new IntakeBench(WARM).of(edge); // compiles; what is measured begins with an empty database
            measured.add(new IntakeBench(most).of(edge));
            System.err.println(measured.get(measured.size() - 1));
        }
        if (edges.equals(EDGES)) {
            new FiguresPage(Path.of("docs", "figures.md")).put("make bench-intake", IntakeRates.table(measured));
        }
        System.exit(0);
    }

    private IntakeRates of(String edge) throws Exception {
        return switch (edge) {
            case "folder" -> folder();
            case "api" -> api();
            case "broker" -> broker();
            default -> throw new IllegalArgumentException(edge);
        };
    }

    private StubbedService.Builder service() {
        return StubbedService.at(home).set("vvg.stages", "video");
    }

    private void sqlite() throws SQLException {
        database = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("data/vvg.db"));
    }

    private IntakeRates folder() throws Exception {
        try (StubbedService service = service().start()) {
            sqlite();
            drop(home.resolve("inbox"));
            return new IntakeRates("watched folder → SQLite", 500, measure());
        }
    }

    private void drop(Path inbox) throws IOException {
        Path file = inbox.resolve(".topics.tmp");
        Files.write(file, (Iterable<String>) topics("Topic ")::iterator);
        Files.move(file, inbox.resolve("topics.txt"));
    }

    private Stream<String> topics(String prefix) {
        return IntStream.range(0, most).mapToObj(i -> prefix + i);
    }

    private IntakeRates api() throws Exception {
        try (StubbedService service =
                service().set("vvg.intake.folder", "false").start()) {
            sqlite();
            Thread sending = new Thread(() -> send(service));
            sending.start();
            List<Double> rates = measure();
            sending.join();
            return new IntakeRates(SENDERS + " callers of the Java API → SQLite", 500, rates);
        }
    }

    private void send(StubbedService service) {
        AtomicInteger next = new AtomicInteger();
        List<Thread> senders = IntStream.range(0, SENDERS)
                .mapToObj(i -> new Thread(() -> {
                    while (next.getAndIncrement() < most) {
                        service.engine().create(Request.of("Topic " + next.get()), null);
                    }
                }))
                .toList();
        senders.forEach(Thread::start);
        senders.forEach(IntakeBench::join);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private IntakeRates broker() throws Exception {
        TestBroker broker = TestBroker.own();
        broker.start();
        PostgresqlCluster postgresql = PostgresqlCluster.start().orElseThrow();
        postgresql.execute("create database bench");
        database = DriverManager.getConnection(postgresql.url("bench"), postgresql.user(), null);
        try (TestAmqp amqp = new TestAmqp(broker.port());
                StubbedService service = service()
                        .set("vvg.rabbitmq.addresses", "127.0.0.1:" + broker.port())
                        .set("vvg.db.url", postgresql.url("bench"))
                        .set("vvg.db.user", postgresql.user())
                        .set("vvg.intake.folder", "false")
                        .start()) {
            amqp.declare("vvg.topics", "vvg.topics.dead");
            service.camel().getRouteController().suspendRoute("intake-broker");
            List<String> bodies =
                    topics("{\"topic\":\"Topic ").map(start -> start + "\"}").toList();
            amqp.sendAll("vvg.topics", bodies, "m");
            service.camel().getRouteController().resumeRoute("intake-broker");
            return new IntakeRates("RabbitMQ → PostgreSQL", 1_000, measure());
        } finally {
            database.close();
            postgresql.close();
            broker.kill();
        }
    }

    /** From the first that arrives to the last; a rate for each power of ten. */
    private List<Double> measure() throws Exception {
        List<Double> rates = new ArrayList<>();
        long from = awaitCount(1);
        long start = System.nanoTime();
        for (int mark = 1_000; mark <= most; mark *= 10) {
            long to = awaitCount(mark);
            long now = System.nanoTime();
            rates.add((to - from) / ((now - start) / 1e9));
            from = to;
            start = now;
        }
        return rates;
    }

    private long awaitCount(long wanted) throws Exception {
        long count = count();
        while (count < wanted) {
            Thread.sleep(5);
            count = count();
        }
        return count;
    }

    /** Cheap however many there are: each project has one event of its birth, and those are numbered. */
    private long count() throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery("select coalesce(max(id), 0) from outbox")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}

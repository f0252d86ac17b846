package dev.viralvideo.faults;

import dev.viralvideo.intake.Request;
import dev.viralvideo.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * Kills the real service again and again, at random moments and at exact points, while projects are in flight, and at
 * last lets it finish.
 */
final class Campaign implements AutoCloseable {
    /** Timers and looks that find nothing: being killed there is being killed at a random moment. */
    private static final Pattern IDLE = Pattern.compile("(intake-gate|event-relay)/.*");

    /** Commits that only an edge of the service makes. */
    private static final Pattern INTAKE = Pattern.compile("commit of .*insert (intake_file|project_state).*");

    private static final String FOLDER = "intake-folder";
    private static final String CLI = "cli";
    private static final Duration LONGEST_LIFE = Duration.ofSeconds(30);

    private final Path home;
    private final Map<String, String> settings;
    private final int inFlight;
    private final Random random;
    private final Consumer<String> log;
    private final Projects projects;
    private final Map<String, Edge> edges = new TreeMap<>();
    private final List<KillPoint> steps = new ArrayList<>();
    private final List<KillPoint> commits = new ArrayList<>();
    private final List<String> topics = new ArrayList<>();
    private final TreeMap<String, Integer> deaths = new TreeMap<>();

    Campaign(Path home, Map<String, String> settings, int inFlight, long seed, Consumer<String> log) {
        this.home = home;
        this.settings = settings;
        this.inFlight = inFlight;
        this.random = new Random(seed);
        this.log = log;
        this.projects = new Projects(home, settings);
        edges.put(FOLDER, this::drop);
        edges.put(CLI, requests -> requests.forEach(projects::create));
    }

    /** A way in; when it returns, the topics are safe. */
    interface Edge {
        void send(List<Request> requests) throws Exception;
    }

    /** @param route by which the topics of this edge come in */
    Campaign with(String route, Edge edge) {
        edges.put(route, edge);
        return this;
    }

    /** How one life of the service ends. */
    private interface Death {
        void of(Service service) throws Exception;
    }

    void run(int kills) throws Exception {
        scout();
        log.accept(steps.size() + " points at steps, " + commits.size() + " at commits");
        long start = System.nanoTime();
        for (int i = 1; i <= kills; i++) {
            topUp();
            long life = System.nanoTime();
            String how = die(i);
            deaths.merge(how.replaceAll(" .*", ""), 1, Integer::sum);
            awaitNoOrphan();
            log.accept("kill %d of %d after %.1f s: %s; %d in flight, %d made"
                    .formatted(i, kills, (System.nanoTime() - life) / 1e9, how, unfinished(), topics.size()));
        }
        finish();
        log.accept("%d kills (%s), %d projects in %.0f s"
                .formatted(kills, deaths, projects.all().size(), (System.nanoTime() - start) / 1e9));
    }

    /** A life in which nothing happens to it tells which points there are; each is met before and after, in random order. */
    private void scout() throws Exception {
        for (Edge edge : edges.values()) {
            submit(1, edge);
        }
        try (Service service = Service.serve(home, null, settings).awaitServing()) {
            await(service, () -> unfinished() == 0);
            stop(service);
        }
        for (String point : Record.points(Service.record(home))) {
            if (!IDLE.matcher(point).matches()) {
                List<KillPoint> kind = point.startsWith(Commits.COMMIT_OF) ? commits : steps;
                kind.add(new KillPoint(point, false, 1));
                kind.add(new KillPoint(point, true, 1));
            }
        }
        Collections.shuffle(steps, random);
        Collections.shuffle(commits, random);
    }

    private void topUp() throws Exception {
        List<Edge> all = List.copyOf(edges.values());
        submit((int) (inFlight - unfinished()), all.get(random.nextInt(all.size())));
    }

    private long unfinished() {
        return topics.size() - projects.completed();
    }

    private void submit(int count, Edge edge) throws Exception {
        List<Request> requests = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            topics.add("Bees of life " + topics.size());
            requests.add(Topics.cheap(topics.get(topics.size() - 1)));
        }
        if (count > 0) {
            edge.send(requests);
        }
    }

    private void drop(List<Request> requests) throws IOException {
        Path file = Files.writeString(home.resolve("topics-" + topics.size() + ".json"), Json.write(requests));
        Files.move(file, Files.createDirectories(home.resolve("inbox")).resolve(file.getFileName()));
    }

    /** Half of the lives end at a route's step, a quarter at a commit, a quarter at a moment. */
    private String die(int number) throws Exception {
        return switch (number % 8) {
            case 1, 3, 5, 7 -> "step: " + at(steps.get(number / 2 % steps.size()));
            case 2, 6 -> "commit: " + at(commits.get(number / 4 % commits.size()));
            case 4 -> {
                int millis = random.nextInt(8_000);
                yield suddenly("moment: " + millis + " ms after the start", service -> Thread.sleep(millis));
            }
            default -> {
                int millis = random.nextInt(30);
                yield suddenly("draft: " + millis + " ms after a package was begun", service -> {
                    awaitDraft(service);
                    Thread.sleep(millis);
                });
            }
        };
    }

    private String at(KillPoint point) throws Exception {
        feed(point.what());
        try (Service service = Service.serve(home, point, settings)) {
            long until = System.nanoTime() + LONGEST_LIFE.toNanos();
            while (!service.ended(Duration.ofMillis(100)) && System.nanoTime() < until && unfinished() > 0) {
                // lives on
            }
            boolean met = !service.isAlive();
            if (met && service.exitCode() != KillPoint.KILLED) {
                throw new AssertionError("ended by itself with " + service.exitCode() + ": " + service.said());
            }
            return point + (met ? "" : ", not met");
        }
    }

    /** A point that is passed only when something comes in gets something. */
    private void feed(String point) throws Exception {
        Edge edge = edges.get(point.replaceAll("/.*", ""));
        if (edge != null) {
            submit(1, edge);
        } else if (INTAKE.matcher(point).matches()) {
            submit(1, edges.get(FOLDER));
        } else if (point.startsWith("script") && projects.queued() == 0) {
            submit(1, edges.get(CLI));
        }
    }

    private String suddenly(String how, Death death) throws Exception {
        try (Service service = Service.serve(home, null, settings)) {
            death.of(service);
            service.kill();
            return how;
        }
    }

    private void awaitDraft(Service service) throws Exception {
        long until = System.nanoTime() + LONGEST_LIFE.toNanos();
        while (System.nanoTime() < until && hidden(home.resolve("output")).isEmpty()) {
            Thread.sleep(1);
        }
    }

    private static List<Path> hidden(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> entry.getFileName().toString().startsWith("."))
                    .toList();
        }
    }

    private void awaitNoOrphan() {
        Awaitility.await("no FFmpeg outlives its service")
                .atMost(Duration.ofSeconds(5))
                .until(() -> Service.ffmpegs(home).isEmpty());
    }

    private void finish() throws Exception {
        try (Service service = Service.serve(home, null, settings).awaitServing()) {
            await(service, () -> unfinished() == 0);
            Outcome.awaitTidy(home, projects);
            stop(service);
        }
        Outcome.check(home, projects, topics);
    }

    private static void await(Service service, BooleanSupplier condition) throws Exception {
        Awaitility.await()
                .atMost(Duration.ofMinutes(40))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> condition.getAsBoolean() || !service.isAlive());
        if (!service.isAlive()) {
            throw new AssertionError("it ended with " + service.exitCode() + ": " + service.said());
        }
    }

    private static void stop(Service service) throws Exception {
        service.terminate();
        if (!service.ended(Duration.ofSeconds(40)) || service.exitCode() != 0) {
            throw new AssertionError("did not stop in good order: " + service.said());
        }
    }

    @Override
    public void close() {
        projects.close();
    }
}

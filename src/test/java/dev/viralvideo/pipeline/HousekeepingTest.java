package dev.viralvideo.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.viralvideo.cache.FileStore;
import dev.viralvideo.config.Settings;
import dev.viralvideo.failure.Failure;
import dev.viralvideo.intake.Request;
import dev.viralvideo.project.Backoff;
import dev.viralvideo.project.Checkpoints;
import dev.viralvideo.project.Claims;
import dev.viralvideo.project.Database;
import dev.viralvideo.project.IntakeFiles;
import dev.viralvideo.project.IntakeFiles.Drop;
import dev.viralvideo.project.Outbox;
import dev.viralvideo.project.ProgressReader;
import dev.viralvideo.project.ProjectIds;
import dev.viralvideo.project.ProjectStore;
import dev.viralvideo.project.Stage;
import dev.viralvideo.project.StageFailures;
import dev.viralvideo.project.Steering;
import dev.viralvideo.project.Submission;
import dev.viralvideo.project.Submissions;
import dev.viralvideo.script.SpeakingRate;
import dev.viralvideo.script.Templates;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HousekeepingTest {
    private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");
    private static final Clock CLOCK = at(Duration.ZERO);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration MONTH = Duration.ofDays(30);
    private static final Duration LEASE = Duration.ofSeconds(30);

    @TempDir
    private Path home;

    private Settings settings;
    private Database database;

    @BeforeEach
    void open() {
        settings = Settings.load(Path.of("").toAbsolutePath(), home, Map.of(), Map.of());
        settings.folders().create();
        database = Database.open(settings.database().url(), null, null);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theWorkFilesOfWhatHasEndedGoAndThoseOfAFailedProjectOnlyWhenNobodyHasRetriedItForAWeek() throws IOException {
        String completed = create("Bees");
        complete(completed);
        String failed = create("Ants");
        fail(failed);
        String cancelled = create("Wasps");
        new Steering(database, CLOCK).cancel(cancelled);
        String queued = create("Moths");
        List.of(completed, failed, cancelled, queued).forEach(this::work);

        housekeeping(Duration.ofHours(1), Duration.ZERO).run();
        assertThat(names(settings.folders().work())).containsExactlyInAnyOrder(failed, queued);

        housekeeping(WEEK.plusHours(1), Duration.ZERO).run();
        assertThat(names(settings.folders().work())).containsExactly(queued);
    }

    @Test
    void workFilesOfAProjectThatNobodyKnowsGoAfterAnHour() throws IOException {
        old(work("stranger"));

        housekeeping(Duration.ofMinutes(59), Duration.ZERO).run();
        assertThat(names(settings.folders().work())).containsExactly("stranger");

        housekeeping(Duration.ofMinutes(61), Duration.ZERO).run();
        assertThat(names(settings.folders().work())).isEmpty();
    }

    @Test
    void packagesStayForEverUnlessTheOperatorGaveThemAnAge() throws IOException {
        Path output = settings.folders().output();
        Path made = Files.createDirectories(output.resolve("bees-1"));
        old(Files.writeString(made.resolve("report.json"), "{}"));
        Path foreign = Files.createDirectories(output.resolve("holiday"));
        old(Files.writeString(foreign.resolve("photo.jpg"), "not ours"));

        housekeeping(Duration.ofDays(3650), Duration.ZERO).run();
        housekeeping(Duration.ofDays(29), MONTH).run();
        assertThat(names(output)).containsExactlyInAnyOrder("bees-1", "holiday");

        housekeeping(Duration.ofDays(31), MONTH).run();
        assertThat(names(output)).containsExactly("holiday");
    }

    @Test
    void theCacheIsBroughtUnderItsLimitAndLosesWhatWasNotUsedForLongest() throws IOException {
        Path folder = settings.folders().cache().resolve("files");
        String first = put(folder, "first", Duration.ZERO);
        String second = put(folder, "second", Duration.ofMinutes(1));
        String third = put(folder, "third", Duration.ofMinutes(2));
        FileStore store = new FileStore(folder, 2_500, at(Duration.ofMinutes(3)));
        store.find(first, "bin").orElseThrow().close();

        housekeeping(Duration.ofMinutes(4), Duration.ZERO, store::evict).run();

        assertThat(store.find(second, "bin")).isEmpty();
        assertThat(store.find(first, "bin")).isPresent();
        assertThat(store.find(third, "bin")).isPresent();
    }

    @Test
    void eventsThatAreOutAndFilesThatWereTakenInAreForgottenAfterAMonth() throws IOException {
        String project = create("Bees");
        Outbox outbox = new Outbox(database, CLOCK, "test");
        outbox.relayBatch(10, event -> {});
        IntakeFiles files = new IntakeFiles(database, CLOCK);
        Drop drop = files.begin("content", "one");
        files.moved(drop, 1);

        housekeeping(Duration.ofDays(29), Duration.ZERO).run();
        assertThat(outbox.history(project)).hasSize(1);
        assertThat(files.begin("content", "two").generation()).isEqualTo(2);

        files.moved(files.begin("content", "two"), 1);
        housekeeping(Duration.ofDays(31), Duration.ZERO).run();
        assertThat(outbox.history(project)).isEmpty();
        assertThat(files.begin("content", "three").generation()).isEqualTo(1);
    }

    private Housekeeping housekeeping(Duration later, Duration outputKept, Runnable... stores) {
        Clock clock = at(later);
        ProjectStore store = new ProjectStore(database);
        Templates templates = Templates.load(List.of(Path.of("templates").toAbsolutePath()));
        return new Housekeeping(
                new Housekeeping.State(
                        store, new Outbox(database, clock, "test"), submissions(), new IntakeFiles(database, clock)),
                new Orders(store, templates, SpeakingRate.DEFAULT, settings.folders()),
                new OutputTidying(settings.folders().output(), new ProgressReader(database, clock), clock, outputKept),
                new CacheTidying(settings.folders().cache(), List.of(stores), clock),
                clock,
                new Housekeeping.Ages(WEEK, MONTH));
    }

    private Submissions submissions() {
        return new Submissions(database, new ProjectIds(CLOCK, new Random()), CLOCK);
    }

    private String create(String topic) {
        return submissions().create(Submission.of(Request.of(topic), topic)).projectId();
    }

    private void complete(String id) {
        Claims claims = new Claims(database, CLOCK);
        for (Stage stage : Stage.values()) {
            new Checkpoints(database, CLOCK)
                    .commit(claims.claim(id, stage, "test", LEASE).orElseThrow(), "{}");
        }
    }

    private void fail(String id) {
        new StageFailures(database, CLOCK, new Backoff(3, Duration.ofSeconds(1), new Random()))
                .fail(
                        new Claims(database, CLOCK)
                                .claim(id, Stage.SCRIPT, "test", LEASE)
                                .orElseThrow(),
                        new Failure.Validation("NO_FACTS", "nothing is known of it"),
                        null);
    }

    private Path work(String project) {
        try {
            Path folder = Files.createDirectories(settings.folders().work().resolve(project));
            Files.writeString(folder.resolve("mix.m4a"), "a sound");
            return folder;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String put(Path folder, String name, Duration when) {
        FileStore roomy = new FileStore(folder, 1 << 20, at(when));
        byte[] content = name.repeat(1000 / name.length()).getBytes();
        try (var stored = roomy.put(new ByteArrayInputStream(content), "bin")) {
            return stored.sha256();
        }
    }

    private static void old(Path path) throws IOException {
        Files.setLastModifiedTime(path, FileTime.from(START));
    }

    private static Clock at(Duration later) {
        return Clock.fixed(START.plus(later), ZoneOffset.UTC);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).toList();
        }
    }
}

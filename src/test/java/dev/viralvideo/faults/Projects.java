package dev.viralvideo.faults;

import dev.viralvideo.config.Settings;
import dev.viralvideo.intake.Request;
import dev.viralvideo.pipeline.RequestDefaults;
import dev.viralvideo.project.Database;
import dev.viralvideo.project.Outbox;
import dev.viralvideo.project.OutboxEvent;
import dev.viralvideo.project.Pipeline;
import dev.viralvideo.project.ProgressReader;
import dev.viralvideo.project.Project;
import dev.viralvideo.project.ProjectIds;
import dev.viralvideo.project.ProjectStatus;
import dev.viralvideo.project.ProjectStore;
import dev.viralvideo.project.ProjectSummary;
import dev.viralvideo.project.StageProgress;
import dev.viralvideo.project.Steering;
import dev.viralvideo.project.Submissions;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** The state of a home, seen and steered from outside the service, as the short commands do. */
final class Projects implements AutoCloseable {
    final Database database;
    final Pipeline pipeline;
    final ProjectStore store;
    private final Outbox outbox;
    private final RequestDefaults defaults;

    Projects(Path home, Map<String, String> settings) {
        this(Settings.load(Path.of("").toAbsolutePath(), home, Map.of(), settings));
    }

    private Projects(Settings settings) {
        Clock clock = Clock.systemUTC();
        settings.folders().create();
        database = Database.open(
                settings.database().url(),
                settings.database().user(),
                settings.database().password());
        store = new ProjectStore(database);
        pipeline = new Pipeline(
                new Submissions(database, new ProjectIds(clock, new SecureRandom()), clock),
                new ProgressReader(database, clock),
                new Steering(database, clock));
        outbox = new Outbox(database, clock, "none");
        defaults = RequestDefaults.of(settings);
    }

    String create(Request request) {
        return pipeline.createProject(defaults.fill(request), null);
    }

    Project get(String id) {
        return store.get(id);
    }

    ProjectStatus status(String id) {
        return store.get(id).status();
    }

    List<ProjectSummary> all() {
        return store.list(null, null, 100_000);
    }

    long completed() {
        return store.counts().get(ProjectStatus.COMPLETED);
    }

    /** How many nobody has begun. */
    long queued() {
        return store.counts().get(ProjectStatus.QUEUED);
    }

    /** In the order they happened. */
    List<OutboxEvent> events(String id) {
        return outbox.history(id);
    }

    /** How often a stage of it has failed, all stages together. */
    int attempts(String id) {
        return pipeline.getProjectStatus(id).stages().stream()
                .mapToInt(StageProgress::attempts)
                .sum();
    }

    List<String> eventNames(String id) {
        return events(id).stream().map(OutboxEvent::name).toList();
    }

    @Override
    public void close() {
        database.close();
    }
}

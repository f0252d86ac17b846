package dev.viralvideo.cli;

import dev.viralvideo.config.Settings;
import dev.viralvideo.project.Database;
import dev.viralvideo.project.DeadLetter;
import dev.viralvideo.project.DeadLetters;
import dev.viralvideo.project.Pipeline;
import dev.viralvideo.project.ProgressReader;
import dev.viralvideo.project.ProjectIds;
import dev.viralvideo.project.ProjectStore;
import dev.viralvideo.project.Steering;
import dev.viralvideo.project.Submissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** The same database that a service works on, without starting a pipeline: what the short commands use. */
final class State implements AutoCloseable {
    private final Database database;
    private final Clock clock = Clock.systemUTC();

    State(Settings settings) {
        settings.folders().create();
        database = Database.open(
                settings.database().url(),
                settings.database().user(),
                settings.database().password());
    }

    Pipeline pipeline() {
        return new Pipeline(submissions(), new ProgressReader(database, clock), new Steering(database, clock));
    }

    Submissions submissions() {
        return new Submissions(database, new ProjectIds(clock, new SecureRandom()), clock);
    }

    DataSource dataSource() {
        return database.dataSource();
    }

    ProjectStore store() {
        return new ProjectStore(database);
    }

    /** @param intake takes a message in that never became a project */
    DeadLetters deadLetters(Consumer<DeadLetter> intake) {
        return new DeadLetters(database, clock, new Steering(database, clock), intake);
    }

    @Override
    public void close() {
        database.close();
    }
}

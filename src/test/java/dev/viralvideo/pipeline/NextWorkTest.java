package dev.viralvideo.pipeline;

import static org.awaitility.Awaitility.await;

import dev.viralvideo.StubbedService;
import dev.viralvideo.config.Settings;
import dev.viralvideo.intake.Request;
import dev.viralvideo.project.Database;
import dev.viralvideo.project.ProjectIds;
import dev.viralvideo.project.ProjectStatus;
import dev.viralvideo.project.ProjectStore;
import dev.viralvideo.project.Submission;
import dev.viralvideo.project.Submissions;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NextWorkTest {
    private static final int QUEUED = 5;

    @TempDir
    private Path home;

    @Test
    void aWorkerThatIsDoneGoesOnWithTheNextWithoutWaitingForASweep() throws Exception {
        try (StubbedService service = StubbedService.at(home).start();
                Database database = Database.open("jdbc:sqlite:" + home.resolve("data/vvg.db"), null, null)) {
            service.camel().getRouteController().stopRoute("project-sweep");
            Clock clock = Clock.systemUTC();
            RequestDefaults defaults =
                    RequestDefaults.of(Settings.load(Path.of("").toAbsolutePath(), home, Map.of(), Map.of()));
            Submissions outside = new Submissions(database, new ProjectIds(clock, new Random()), clock);
            for (int i = 0; i < QUEUED; i++) {
                outside.create(Submission.of(defaults.fill(Request.of("Bees " + i)), null));
            }

            service.camel().createProducerTemplate().sendBody("seda:script", "only a hint");

            ProjectStore store = new ProjectStore(database);
            await().until(() -> store.counts().get(ProjectStatus.COMPLETED) == QUEUED);
        }
    }
}

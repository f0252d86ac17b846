package dev.viralvideo.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.viralvideo.project.ProjectStatus;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseLockedTest {
    private static final Duration LOCKED = Duration.ofSeconds(10);

    @TempDir
    private Path home;

    @Test
    void aDatabaseThatAnotherProgramHoldsForTenSecondsCostsTimeAndNothingElse() throws Exception {
        try (Running service = new Running(home, Map.of())) {
            String id = service.create(Topics.longer("Patient bees"));
            service.awaitStatus(id, ProjectStatus.RENDERING);

            try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("data/vvg.db"));
                    Statement statement = other.createStatement()) {
                statement.execute("pragma busy_timeout = 5000");
                statement.execute("begin exclusive");
                long since = System.nanoTime();
                Awaitility.await()
                        .atMost(LOCKED.plusSeconds(5))
                        .until(() -> System.nanoTime() - since > LOCKED.toNanos());
                statement.execute("rollback");
            }

            service.awaitStatus(id, ProjectStatus.COMPLETED);
            assertThat(service.projects.eventNames(id)).doesNotHaveDuplicates();
            assertThat(service.projects.attempts(id)).isZero();
        }
    }
}

package dev.viralvideo.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.viralvideo.failure.Failure;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("dev.viralvideo.project.TestDatabase#all")
class SteeringTest {
    private final Node node;

    SteeringTest(TestDatabase kind) {
        node = Node.on(kind);
    }

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void aCancelledProjectStaysCancelledAndItsWorkerCannotCommit() {
        String id = node.create("Bees");
        Claim claim = node.claim(id, Stage.SCRIPT);

        assertThat(node.pipeline.cancelProject(id)).isEqualTo(ProjectStatus.CANCELLED);
        assertThat(node.pipeline.cancelProject(id)).isEqualTo(ProjectStatus.CANCELLED);
        assertThat(node.leases.renew(claim, 0)).isFalse();
        assertThatThrownBy(() -> node.checkpoints.commit(claim, "late")).isInstanceOf(LeaseLost.class);
        assertThat(node.claims.claimNext(Stage.SCRIPT, "w", Node.LEASE)).isEmpty();
        refused("PROJECT_CANCELLED", () -> node.pipeline.retryProject(id, null));
        assertThat(node.status(id)).isEqualTo(ProjectStatus.CANCELLED);
    }

    @Test
    void cancelAgainstCommitHasOneWinner() throws Exception {
        for (int round = 0; round < 20; round++) {
            String id = node.create("Round " + round);
            for (Stage stage : List.of(Stage.SCRIPT, Stage.MEDIA, Stage.AUDIO)) {
                node.done(id, stage);
            }
            Claim video = node.claim(id, Stage.VIDEO);
            Together.run(2, i -> {
                try {
                    return i == 0 ? node.steering.cancel(id) : node.checkpoints.commit(video, "out");
                } catch (LeaseLost e) {
                    return e;
                }
            });
            boolean completed = node.status(id) == ProjectStatus.COMPLETED;
            assertThat(node.status(id)).isIn(ProjectStatus.COMPLETED, ProjectStatus.CANCELLED);
            assertThat(node.store.get(id).outputPath() != null).isEqualTo(completed);
            assertThat(node.events(id).contains("project.completed")).isEqualTo(completed);
        }
    }

    @Test
    void aRetryFromAStageKeepsWhatWasMadeBeforeIt() {
        String id = completed();

        assertThat(node.pipeline.retryProject(id, Stage.MEDIA)).containsExactly(Stage.MEDIA);

        Project project = node.store.get(id);
        assertThat(project.status()).isEqualTo(ProjectStatus.SOURCING);
        assertThat(project.script()).isNotNull();
        assertThat(project.audioTracks()).as("made beside the media").isNotNull();
        assertThat(project.mediaAssets()).isNull();
        assertThat(project.outputPath()).isNull();
        assertThat(node.done(id, Stage.MEDIA)).containsExactly(Stage.VIDEO);
    }

    @Test
    void aRetryFromTheScriptStartsOver() {
        String id = completed();

        assertThat(node.pipeline.retryProject(id, Stage.SCRIPT)).containsExactly(Stage.SCRIPT);
        assertThat(node.store.get(id).script()).isNull();
        assertThat(node.status(id)).isEqualTo(ProjectStatus.QUEUED);
        node.done(id, Stage.SCRIPT);
        node.done(id, Stage.MEDIA);
        assertThat(node.done(id, Stage.AUDIO)).containsExactly(Stage.VIDEO);
    }

    @Test
    void aClaimFromBeforeARetryIsWorthNothingAfterIt() {
        String id = node.create("Bees");
        node.done(id, Stage.SCRIPT);
        Claim old = node.claim(id, Stage.MEDIA);
        node.failures.fail(node.claim(id, Stage.AUDIO), new Failure.Validation("X", "x"), null);
        node.steering.retry(id, Stage.SCRIPT);
        node.done(id, Stage.SCRIPT);
        node.claim(id, Stage.MEDIA);

        assertThatThrownBy(() -> node.checkpoints.commit(old, "old")).isInstanceOf(LeaseLost.class);
    }

    @Test
    void whatMakesNoSenseIsRefusedWithTheReason() {
        String running = node.create("Bees");
        String completed = completed();
        String failed = node.create("Wasps");
        node.failures.fail(node.claim(failed, Stage.SCRIPT), new Failure.Validation("X", "x"), null);

        refused("PROJECT_RUNNING", () -> node.steering.retry(running, null));
        refused("PROJECT_COMPLETED", () -> node.steering.retry(completed, null));
        refused("STAGE_NOT_REACHED", () -> node.steering.retry(failed, Stage.VIDEO));
        refused("NO_SUCH_PROJECT", () -> node.steering.retry("nothing", null));
        refused("NO_SUCH_PROJECT", () -> node.steering.cancel("nothing"));
        assertThat(node.steering.cancel(completed)).isEqualTo(ProjectStatus.COMPLETED);
    }

    private String completed() {
        String id = node.create("Bees");
        List.of(Stage.values()).forEach(stage -> node.done(id, stage));
        return id;
    }

    private static void refused(String code, Runnable action) {
        assertThatThrownBy(action::run).isInstanceOfSatisfying(Failure.Validation.class, e -> assertThat(e.code())
                .isEqualTo(code));
    }
}

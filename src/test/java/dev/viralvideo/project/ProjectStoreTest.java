package dev.viralvideo.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.intake.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("dev.viralvideo.project.TestDatabase#all")
class ProjectStoreTest {
    private final Node node;

    ProjectStoreTest(TestDatabase kind) {
        node = Node.on(kind);
    }

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void pagesFollowEachOtherNewestFirst() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            ids.add(0, node.create("Topic " + i));
        }
        List<String> first = ids(node.store.list(null, null, 4));
        List<String> second = ids(node.store.list(null, first.get(3), 4));

        assertThat(first).isEqualTo(ids.subList(0, 4));
        assertThat(second).isEqualTo(ids.subList(4, 7));
    }

    @Test
    void listsAndCountsFollowTheStatus() {
        String cancelled = node.create("Bees");
        String queued = node.create("Wasps");
        node.steering.cancel(cancelled);

        assertThat(ids(node.store.list(ProjectStatus.CANCELLED, null, 10))).containsExactly(cancelled);
        assertThat(ids(node.store.list(ProjectStatus.QUEUED, null, 10))).containsExactly(queued);
        assertThat(node.store.counts())
                .containsEntry(ProjectStatus.CANCELLED, 1L)
                .containsEntry(ProjectStatus.QUEUED, 1L)
                .containsEntry(ProjectStatus.FAILED, 0L);
    }

    @Test
    void queueDepthsTellWhatWaitsAndSinceWhen() {
        node.create("Bees");
        node.clock.move(Duration.ofMinutes(1));
        node.create("Wasps");
        node.claim(node.create("Ants"), Stage.SCRIPT);

        assertThat(node.queues.depths())
                .startsWith(new QueueDepth(Stage.SCRIPT, 2, Duration.ofMinutes(1), 1))
                .endsWith(new QueueDepth(Stage.VIDEO, 0, Duration.ZERO, 0));
    }

    @Test
    void onlyWhatHasEndedIsDeletedAndNothingOfItIsLeft() {
        String id = node.submissions
                .create(Submission.of(Request.of("Bees"), "key"))
                .projectId();
        assertThatThrownBy(() -> node.store.delete(id)).hasMessageContaining("cancel it");
        node.failures.fail(node.claim(id, Stage.SCRIPT), new Failure.Validation("X", "x"), null);
        node.store.delete(id);

        assertThat(node.store.find(id)).isEmpty();
        assertThatThrownBy(() -> node.store.get(id)).hasMessageContaining("there is no project");
        for (String table : List.of("stage_state", "outbox", "idempotency_key", "dead_letter")) {
            assertThat(node.database.<Integer>read(h -> h.createQuery("select count(*) from " + table)
                            .mapTo(Integer.class)
                            .one()))
                    .as(table)
                    .isZero();
        }
    }

    @Test
    void statusShowsStagePercentAndTimeLeft() {
        String first = node.create("Bees");
        for (Stage stage : Stage.values()) {
            Claim claim = node.claim(first, stage);
            node.clock.move(Duration.ofSeconds(10));
            node.checkpoints.commit(claim, "{}");
        }
        assertThat(node.pipeline.getProjectStatus(first))
                .returns(100.0, ProjectProgress::percent)
                .returns(Duration.ZERO, ProjectProgress::timeLeft)
                .returns(null, ProjectProgress::stage);

        String second = node.create("Wasps");
        node.done(second, Stage.SCRIPT);
        node.done(second, Stage.MEDIA);
        Claim audio = node.claim(second, Stage.AUDIO);
        node.clock.move(Duration.ofSeconds(30));
        node.leases.renew(audio, 0.5);

        ProjectProgress progress = node.pipeline.getProjectStatus(second);
        assertThat(progress.stage()).isEqualTo(Stage.AUDIO);
        assertThat(progress.percent()).isEqualTo(30.0);
        // as long again for the other half of the audio, and the usual ten seconds for the video
        assertThat(progress.timeLeft()).isEqualTo(Duration.ofSeconds(40));
        assertThat(progress.stages()).extracting(StageProgress::stage).containsExactly(Stage.values());
    }

    private static List<String> ids(List<ProjectSummary> projects) {
        return projects.stream().map(ProjectSummary::id).toList();
    }
}

package dev.viralvideo.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.intake.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("dev.viralvideo.project.TestDatabase#all")
class ClaimsTest {
    private static final Failure FLAKY = new Failure.ExternalService("DOWN", true, "the provider is down", null);

    private final Node node;

    ClaimsTest(TestDatabase kind) {
        node = Node.on(kind);
    }

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void ofManyWorkersThatClaimTheSameStageExactlyOneGetsIt() throws Exception {
        String id = node.create("Bees");

        List<Optional<Claim>> claims =
                Together.run(30, i -> node.claims.claim(id, Stage.SCRIPT, "worker " + i, Node.LEASE));

        assertThat(claims).filteredOn(Optional::isPresent).hasSize(1);
        assertThat(node.status(id)).isEqualTo(ProjectStatus.SCRIPTING);
    }

    @Test
    void workersThatTakeWhateverIsNextShareTheQueueWithoutOverlap() throws Exception {
        for (int i = 0; i < 60; i++) {
            node.create("Topic " + i);
        }
        List<List<String>> taken = Together.run(8, i -> {
            List<String> mine = new ArrayList<>();
            for (var c = next("w" + i); c.isPresent(); c = next("w" + i)) {
                mine.add(c.get().projectId());
            }
            return mine;
        });

        assertThat(taken.stream().flatMap(List::stream)).hasSize(60).doesNotHaveDuplicates();
    }

    @Test
    void urgentComesFirstThenTheOldest() {
        String first = node.create("First");
        String second = node.create("Second");
        Request urgent = new Request("Now", null, null, null, null, null, null, null, null, null, null, 9, null, null);
        String third = node.pipeline.createProject(urgent, null);

        assertThat(node.claims.due(Stage.SCRIPT, 10)).containsExactly(third, first, second);
        assertThat(next("w").orElseThrow().projectId()).isEqualTo(third);
        assertThat(next("w").orElseThrow().projectId()).isEqualTo(first);
    }

    @Test
    void aStageInBackOffIsNotClaimedBeforeItsTime() {
        String id = node.create("Bees");
        Duration wait =
                node.failures.fail(node.claim(id, Stage.SCRIPT), FLAKY, null).orElseThrow();

        assertThat(next("w")).isEmpty();
        node.clock.move(wait);
        assertThat(next("w")).isPresent();
    }

    @Test
    void aClockThatGoesBackAnHourDoesNotPutOffARetryByAnHour() {
        String id = node.create("Bees");
        node.failures.fail(node.claim(id, Stage.SCRIPT), FLAKY, null);

        node.clock.move(Duration.ofHours(-1));

        assertThat(next("w")).isPresent();
    }

    @Test
    void aReleasedClaimIsReadyAgainAndCostsNoAttempt() {
        String id = node.create("Bees");
        Claim claim = node.claim(id, Stage.SCRIPT);

        assertThat(node.claims.release(claim)).isTrue();
        assertThat(node.claims.release(claim)).isFalse();
        assertThat(node.status(id)).isEqualTo(ProjectStatus.QUEUED);
        Claim again = node.claim(id, Stage.SCRIPT);
        assertThat(again.attempt()).isEqualTo(1);
        assertThat(again.fence()).isGreaterThan(claim.fence());
    }

    @Test
    void nothingCanBeClaimedThatDoesNotExistOrIsNotReady() {
        String id = node.create("Bees");

        assertThat(node.claims.claim("nothing", Stage.SCRIPT, "w", Node.LEASE)).isEmpty();
        assertThat(node.claims.claim(id, Stage.VIDEO, "w", Node.LEASE)).isEmpty();
    }

    private Optional<Claim> next(String worker) {
        return node.claims.claimNext(Stage.SCRIPT, worker, Node.LEASE);
    }
}

package dev.viralvideo.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.viralvideo.failure.Failure;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("dev.viralvideo.project.TestDatabase#all")
class StageFailuresTest {
    private static final Failure FLAKY = new Failure.ExternalService("DOWN", true, "the provider is down", null);
    private static final Failure WRONG = new Failure.Validation("NO_FACTS", "nothing is known of it");

    private final Node node;

    StageFailuresTest(TestDatabase kind) {
        node = Node.on(kind);
    }

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void whatMayPassIsTriedThreeTimesAndThenKeptAsADeadLetter() {
        String id = node.create("Bees");

        assertThat(failOnce(id)).isBetween(Duration.ofMillis(800), Duration.ofMillis(1200));
        assertThat(failOnce(id)).isBetween(Duration.ofMillis(1600), Duration.ofMillis(2400));
        assertThat(failOnce(id)).isNull();

        Project project = node.store.get(id);
        assertThat(project.status()).isEqualTo(ProjectStatus.FAILED);
        assertThat(project.error())
                .contains("\"category\":\"EXTERNAL_SERVICE\"", "\"code\":\"DOWN\"", "\"stage\":\"SCRIPT\"")
                .contains("\"message\":\"the provider is down\"", "\"attempts\":3", "\"at\":\"2026-");
        assertThat(node.events(id)).containsExactly("project.created", "error.occurred");
        assertThat(letters()).singleElement().satisfies(letter -> {
            assertThat(letter.projectId()).isEqualTo(id);
            assertThat(letter.source()).isEqualTo("script");
        });
        assertThat(node.claims.due(Stage.SCRIPT, 10)).isEmpty();
    }

    @Test
    void whatCannotPassIsNotTriedAgain() {
        String id = node.create("Bees");

        assertThat(node.failures.fail(node.claim(id, Stage.SCRIPT), WRONG, null))
                .isEmpty();
        assertThat(node.status(id)).isEqualTo(ProjectStatus.FAILED);
    }

    @Test
    void aProviderThatAsksToWaitIsWaitedForWithinReason() {
        String id = node.create("Bees");

        assertThat(node.failures.fail(node.claim(id, Stage.SCRIPT), FLAKY, Duration.ofSeconds(90)))
                .contains(Duration.ofSeconds(90));
        node.clock.move(Duration.ofSeconds(90));
        assertThat(node.failures.fail(node.claim(id, Stage.SCRIPT), FLAKY, Duration.ofDays(9)))
                .contains(Backoff.LONGEST);
    }

    @Test
    void theFailureOfOneStageStopsTheStageBesideIt() {
        String id = node.create("Bees");
        node.done(id, Stage.SCRIPT);
        Claim audio = node.claim(id, Stage.AUDIO);
        node.failures.fail(node.claim(id, Stage.MEDIA), WRONG, null);

        assertThat(node.leases.renew(audio, 0.5)).isFalse();
        assertThatThrownBy(() -> node.checkpoints.commit(audio, "late")).isInstanceOf(LeaseLost.class);
        assertThat(node.status(id)).isEqualTo(ProjectStatus.FAILED);
        assertThat(node.steering.retry(id, null)).containsExactly(Stage.MEDIA, Stage.AUDIO);
        assertThat(node.store.get(id).error()).isNull();
        assertThat(letters()).isEmpty();
    }

    @Test
    void aPoisonTopicDoesNotHoldUpTheOthers() {
        String poison = node.create("Poison");
        String good = node.create("Good");
        node.failures.fail(node.claims.claimNext(Stage.SCRIPT, "w", Node.LEASE).orElseThrow(), FLAKY, null);

        assertThat(node.claims
                        .claimNext(Stage.SCRIPT, "w", Node.LEASE)
                        .orElseThrow()
                        .projectId())
                .isEqualTo(good);
        assertThat(node.status(poison)).isEqualTo(ProjectStatus.QUEUED);
    }

    @Test
    void aFailureOfALostClaimIsNotRecorded() {
        String id = node.create("Bees");
        Claim claim = node.claim(id, Stage.SCRIPT);
        node.steering.cancel(id);

        assertThatThrownBy(() -> node.failures.fail(claim, WRONG, null)).isInstanceOf(LeaseLost.class);
        assertThat(node.status(id)).isEqualTo(ProjectStatus.CANCELLED);
        assertThat(letters()).isEmpty();
    }

    private Duration failOnce(String id) {
        node.clock.move(Duration.ofSeconds(10));
        return node.failures.fail(node.claim(id, Stage.SCRIPT), FLAKY, null).orElse(null);
    }

    private List<DeadLetter> letters() {
        return new DeadLetters(node.database, node.clock, node.steering, letter -> {}).list(0, 10);
    }
}

package dev.viralvideo.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("dev.viralvideo.project.TestDatabase#all")
class HeartbeatTest {
    private static final Duration INTERVAL = Duration.ofMillis(50);

    private final Node node;
    private final Heartbeat heartbeat;
    private final AtomicInteger lost = new AtomicInteger();

    HeartbeatTest(TestDatabase kind) {
        node = Node.on(kind);
        heartbeat = new Heartbeat(node.leases, INTERVAL);
    }

    @AfterEach
    void close() {
        heartbeat.close();
        node.close();
    }

    @Test
    void aCancelReachesTheWorkerOnceAndWithinTwoSeconds() {
        String id = node.create("Bees");
        Beat cancelled = heartbeat.keep(node.claim(id, Stage.SCRIPT), lost::incrementAndGet);
        Beat other = heartbeat.keep(node.claim(node.create("Wasps"), Stage.SCRIPT), lost::incrementAndGet);

        node.steering.cancel(id);

        await().atMost(Duration.ofSeconds(2)).until(cancelled::lost);
        await().during(Duration.ofMillis(300)).until(() -> lost.get() == 1);
        assertThat(other.lost()).isFalse();
    }

    @Test
    void progressIsStoredWhileTheStageRuns() {
        String id = node.create("Bees");
        Beat beat = heartbeat.keep(node.claim(id, Stage.SCRIPT), lost::incrementAndGet);
        beat.progress(0.5);

        await().atMost(Duration.ofSeconds(5))
                .until(() -> node.pipeline.getProjectStatus(id).percent() == 2.5);
    }

    @Test
    void aShortLeaseIsKeptForLongerThanItself() {
        String id = node.create("Bees");
        Claim claim =
                node.claims.claim(id, Stage.SCRIPT, "w", Duration.ofSeconds(1)).orElseThrow();
        Beat beat = heartbeat.keep(claim, lost::incrementAndGet);
        Sweeper sweeper = new Sweeper(node.database, node.clock, System::nanoTime, 5);

        await().during(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(3))
                .until(() -> sweeper.reopenExpired() == 0 && !beat.lost());
    }

    @Test
    void aClaimIsKeptAlsoAfterATimeWithoutAny() {
        heartbeat
                .keep(node.claim(node.create("Wasps"), Stage.SCRIPT), lost::incrementAndGet)
                .close();
        String id = node.create("Bees");
        Beat beat = heartbeat.keep(node.claim(id, Stage.SCRIPT), lost::incrementAndGet);

        node.steering.cancel(id);

        await().atMost(Duration.ofSeconds(2)).until(beat::lost);
    }

    @Test
    void aClosedBeatIsNotToldOfAnything() {
        String id = node.create("Bees");
        heartbeat.keep(node.claim(id, Stage.SCRIPT), lost::incrementAndGet).close();
        node.steering.cancel(id);

        await().during(Duration.ofMillis(300)).until(() -> lost.get() == 0);
    }

    @Test
    void aWorkerThatCannotRenewItsLeaseStopsBeforeOthersTakeOver() {
        Claim claim = node.claims
                .claim(node.create("Bees"), Stage.SCRIPT, "w", Duration.ofSeconds(1))
                .orElseThrow();
        heartbeat.keep(claim, lost::incrementAndGet);

        node.database.close();

        await().atMost(Duration.ofMillis(1500)).until(() -> lost.get() == 1);
    }
}

package dev.viralvideo.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@MethodSource("dev.viralvideo.project.TestDatabase#all")
class SweeperTest {
    private final Node node;

    SweeperTest(TestDatabase kind) {
        node = Node.on(kind);
    }

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void aStageWhoseWorkerFellSilentIsOpenedAgain() {
        String id = node.create("Bees");
        Claim claim = node.claim(id, Stage.SCRIPT);

        assertThat(node.sweepFor(Duration.ofSeconds(29))).isZero();
        assertThat(node.sweepFor(Duration.ofSeconds(3))).isEqualTo(1);
        assertThat(node.status(id)).isEqualTo(ProjectStatus.QUEUED);
        assertThat(node.claim(id, Stage.SCRIPT).fence()).isGreaterThan(claim.fence());
    }

    @Test
    void aStageWhoseWorkerBeatsIsLeftAlone() {
        Claim claim = node.claim(node.create("Bees"), Stage.SCRIPT);
        for (int i = 0; i < 10; i++) {
            assertThat(node.sweepFor(Duration.ofSeconds(20))).isZero();
            assertThat(node.leases.renew(claim, 0.1 * i)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-3600, 3600, 86400 * 365})
    void aWallClockThatJumpsEndsNoLeaseAndKeepsNoDeadOne(int seconds) {
        Claim claim = node.claim(node.create("Bees"), Stage.SCRIPT);
        node.sweepFor(Duration.ofSeconds(20));

        node.clock.move(Duration.ofSeconds(seconds));

        assertThat(node.sweepFor(Duration.ofSeconds(5))).as("still alive").isZero();
        assertThat(node.leases.renew(claim, 0.5)).isTrue();
        assertThat(node.sweepFor(Duration.ofSeconds(29))).as("alive again").isZero();
        assertThat(node.sweepFor(Duration.ofSeconds(5))).as("dead now").isEqualTo(1);
    }

    @Test
    void afterThePauseOfAWholeMachineTheWorkerGetsItsChance() {
        Claim claim = node.claim(node.create("Bees"), Stage.SCRIPT);
        node.sweepFor(Duration.ofSeconds(2));

        node.nanos.addAndGet(Duration.ofHours(1).toNanos());

        assertThat(node.sweeper.reopenExpired()).isZero();
        assertThat(node.leases.renew(claim, 0.5)).isTrue();
    }

    @Test
    void aProcessOfThisMachineThatEndedIsKnownToBeDeadAtOnce() throws Exception {
        Process process = new ProcessBuilder("true").start();
        process.waitFor();
        String dead = WorkerId.ofThisProcess().replaceFirst("~\\d+~", "~" + process.pid() + "~");
        String id = node.create("Bees");
        node.claims.claim(id, Stage.SCRIPT, dead, Node.LEASE).orElseThrow();
        String mine = node.create("Wasps");
        node.claims
                .claim(mine, Stage.SCRIPT, WorkerId.ofThisProcess(), Node.LEASE)
                .orElseThrow();

        assertThat(node.sweeper.reopenExpired()).isEqualTo(1);
        assertThat(node.claims.due(Stage.SCRIPT, 10)).containsExactly(id);
    }

    @Test
    void twoSweepersOpenAStageOnce() throws Exception {
        node.claim(node.create("Bees"), Stage.SCRIPT);
        List<Sweeper> sweepers = List.of(node.sweeper, new Sweeper(node.database, node.clock, node.nanos::get, 5));
        for (int i = 0; i < 29; i++) {
            node.nanos.addAndGet(1_000_000_000L);
            sweepers.forEach(Sweeper::reopenExpired);
        }
        node.nanos.addAndGet(5_000_000_000L);

        List<Integer> opened = Together.run(2, i -> sweepers.get(i).reopenExpired());

        assertThat(opened).containsExactlyInAnyOrder(0, 1);
    }

    @Test
    void aStageThatTakesItsProcessDownTimeAndAgainIsGivenUp() {
        String id = node.create("Bees");
        for (int i = 0; i < 5; i++) {
            node.claim(id, Stage.SCRIPT);
            node.sweepFor(Duration.ofSeconds(32));
        }

        assertThat(node.status(id)).isEqualTo(ProjectStatus.FAILED);
        assertThat(node.store.get(id).error()).contains("INTERRUPTED_TOO_OFTEN");
    }

    @Test
    void aRunningProjectThatNobodyWouldGoOnWithIsMended() {
        String id = node.create("Bees");
        node.create("Wasps");
        node.done(id, Stage.SCRIPT);
        node.database.write(h ->
                h.execute("update stage_state set state = 'WAITING' where project_id = ? and state = 'READY'", id));

        assertThat(node.sweeper.mendStranded(10)).isEqualTo(1);
        assertThat(node.claims.due(Stage.MEDIA, 10)).containsExactly(id);
        assertThat(node.sweeper.mendStranded(10)).isZero();
    }
}

package dev.viralvideo.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("dev.viralvideo.project.TestDatabase#all")
class ChangeWatchTest {
    private final Node node;
    private final ChangeWatch watch;

    ChangeWatchTest(TestDatabase kind) {
        node = Node.on(kind);
        watch = new ChangeWatch(node.database);
    }

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void theFirstLookIsTaken() {
        assertThat(watch.mayHaveChanged()).isTrue();
    }

    @Test
    void ourOwnCommitIsSeenAtOnce() {
        watch.mayHaveChanged();

        node.create("Bees");

        assertThat(watch.mayHaveChanged()).isTrue();
    }

    @Test
    void whatOtherProcessesOfThisMachineWriteIsFoundEveryFifthTime() {
        assumeThat(node.database.isShared()).isFalse();
        watch.mayHaveChanged();

        assertThat(IntStream.range(0, 10).mapToObj(i -> watch.mayHaveChanged()))
                .containsExactly(false, false, false, false, true, false, false, false, false, true);
    }

    @Test
    void aDatabaseOfManyNodesIsAlwaysLookedAt() {
        assumeThat(node.database.isShared()).isTrue();

        assertThat(IntStream.range(0, 10).mapToObj(i -> watch.mayHaveChanged())).containsOnly(true);
    }
}

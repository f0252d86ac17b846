package dev.viralvideo.project;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkerIdTest {
    private static final String SELF = WorkerId.ofThisProcess();

    @Test
    void thisProcessIsAliveAndKeepsItsName() {
        assertThat(WorkerId.ofThisProcess()).isEqualTo(SELF).matches("[A-Za-z0-9.-]+~\\d+~[0-9a-z]+");
        assertThat(WorkerId.isDead(SELF)).isFalse();
    }

    @Test
    void anEarlierProcessWithOurPidIsDead() {
        assertThat(WorkerId.isDead(SELF + "x")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "worker", "other-host.abc~999999999~x", "~~", "a~b~c", "a~-1~c"})
    void ofAnyOtherMachineNothingIsKnown(String worker) {
        assertThat(WorkerId.isDead(worker)).isFalse();
    }
}

package dev.viralvideo.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.viralvideo.audio.Schedule.Slot;
import dev.viralvideo.script.Template.Pacing;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final Pacing PACING = new Pacing(30, 0.5, 0.4, 1.2, 0.3);
    private static final List<Double> SPEECHES = List.of(2.345, 4.9871, 0.777, 3.0001);

    private final Schedule schedule = Schedule.of(SPEECHES, PACING, true);

    @Test
    void cutsOnTheFrameGridWithoutGaps() {
        double at = 0;
        for (Slot slot : schedule.slots()) {
            assertThat(slot.start()).isEqualTo(at);
            assertThat(slot.end() * 30).isCloseTo(Math.rint(slot.end() * 30), within(1e-9));
            at = slot.end();
        }
        assertThat(schedule.seconds()).isEqualTo(at);
    }

    @Test
    void startsTheFirstWordAfterTheLeadInAndLeavesTheTail() {
        assertThat(schedule.slots().get(0).speechStart()).isEqualTo(0.5);
        Slot last = schedule.slots().get(3);
        assertThat(schedule.seconds() - last.speechStart() - 3.0001).isBetween(1.2, 1.2 + 1 / 30.0);
    }

    @Test
    void cutsInThePauseSoThatThePictureComesBeforeItsSpeech() {
        for (int i = 1; i < SPEECHES.size(); i++) {
            Slot before = schedule.slots().get(i - 1);
            Slot slot = schedule.slots().get(i);
            double silent = before.speechStart() + SPEECHES.get(i - 1);
            assertThat(slot.speechStart() - silent).isCloseTo(0.4, within(0.0001));
            assertThat(slot.start()).isBetween(silent, slot.speechStart());
        }
    }

    @Test
    void cutsAtTheEndOfTheSpeechWhenTheTransitionIsLongerThanThePause() {
        Schedule tight = Schedule.of(List.of(1.0, 1.0), new Pacing(30, 0, 0.1, 1, 0.8), true);

        assertThat(tight.slots().get(1).start()).isEqualTo(1.0);
    }

    @Test
    void neverIsSilentForLongWithoutMusic() {
        Schedule slow = Schedule.of(List.of(1.0, 1.0), new Pacing(30, 3, 3, 5, 0), false);

        assertThat(slow.slots().get(0).speechStart()).isEqualTo(1.5);
        assertThat(slow.slots().get(1).speechStart()).isEqualTo(4.0);
        assertThat(slow.seconds()).isCloseTo(6.5, within(0.04));
    }
}

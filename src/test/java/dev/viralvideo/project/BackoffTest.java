package dev.viralvideo.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {
    private final Backoff backoff = new Backoff(3, Duration.ofSeconds(1), new Random(1));

    @ParameterizedTest
    @CsvSource({"1,1000", "2,2000", "3,4000", "5,16000"})
    void eachWaitIsTwiceTheOneBeforeGiveOrTakeAFifth(int failures, long millis) {
        for (int i = 0; i < 100; i++) {
            assertThat(backoff.after(failures, null).toMillis()).isBetween(millis * 8 / 10, millis * 12 / 10);
        }
    }

    @ParameterizedTest
    @CsvSource({"PT0S,PT1S", "PT30S,PT30S", "PT99H,PT15M"})
    void whatAProviderAsksForIsHonouredUpToTheLongest(Duration asked, Duration expected) {
        assertThat(backoff.after(1, asked)).isCloseTo(expected, Duration.ofMillis(200));
    }

    @ParameterizedTest
    @CsvSource({"20", "64", "1000"})
    void noNumberOfFailuresWaitsLongerThanTheLongest(int failures) {
        assertThat(backoff.after(failures, null)).isEqualTo(Backoff.LONGEST);
    }
}

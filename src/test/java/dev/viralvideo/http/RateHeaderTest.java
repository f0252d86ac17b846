package dev.viralvideo.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.viralvideo.failure.Failure;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateHeaderTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "seconds, 42, PT42S",
        "epoch, 1795428060, PT1M",
        "rfc3339, 2026-11-23T10:05:00Z, PT5M",
        "span, 6m0s, PT6M",
        "span, 20ms, PT0.02S",
        "span, 1h2m3.5s, PT1H2M3.5S",
        "limit, 20/min, PT3S",
        "limit, 200/day, PT7M12S",
        "seconds, soon, ",
        "span, '', ",
        "epoch, x, "
    })
    void waitsUntilThereIsMore(String form, String value, Duration expected) {
        RateHeader header = RateHeader.parse("X-Left X-Reset " + form);
        Reply none = reply(Map.of("x-left", List.of("0"), "x-reset", List.of(value)));
        assertThat(header.pause(none, NOW).orElse(null)).isEqualTo(expected);
    }

    @Test
    void doesNotWaitWhileSomethingIsLeft() {
        RateHeader header = RateHeader.parse("X-Left X-Reset seconds");
        assertThat(header.pause(reply(Map.of("x-left", List.of("1"), "x-reset", List.of("9"))), NOW))
                .isEmpty();
        assertThat(header.pause(reply(Map.of()), NOW)).isEmpty();
    }

    @Test
    void looksAtEveryScopeOfAPair() {
        RateHeader header = RateHeader.parse("X-RateLimit-Available-* X-RateLimit-Limit-* limit");
        Reply reply = reply(Map.of(
                "x-ratelimit-available-anon_burst", List.of("3"),
                "x-ratelimit-limit-anon_burst", List.of("20/min"),
                "x-ratelimit-available-anon_sustained", List.of("0"),
                "x-ratelimit-limit-anon_sustained", List.of("24/day")));
        assertThat(header.pause(reply, NOW)).contains(Duration.ofHours(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"A B", "A B hours", "A-* B limit", ""})
    void saysWhichHeaderCannotBeRead(String line) {
        assertThatThrownBy(() -> RateHeader.parse(line)).isInstanceOf(Failure.Configuration.class);
    }

    @ParameterizedTest
    @CsvSource({"100/60s, 100, PT1M", "200/hour, 200, PT1H", "20000/month, 20000, PT720H", "5/2min, 5, PT2M"})
    void readsRates(String text, long requests, Duration per) {
        assertThat(Rate.parse(text)).isEqualTo(new Rate(requests, per));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0/s", "x/s", "5", "5/fortnight", "-1/s"})
    void saysWhichRateCannotBeRead(String text) {
        assertThatThrownBy(() -> Rate.parse(text)).isInstanceOf(Failure.Configuration.class);
    }

    private static Reply reply(Map<String, List<String>> headers) {
        return new Reply(200, headers, new byte[0], URI.create("https://api.example/x"));
    }
}

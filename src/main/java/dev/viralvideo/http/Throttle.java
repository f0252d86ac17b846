package dev.viralvideo.http;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.local.LocalBucketBuilder;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * A token bucket for each documented limit. A bucket holds half of its limit and gets the other half in a period: in
 * no window of that length is the limit exceeded, however the provider counts.
 */
final class Throttle {
    private final Bucket bucket;

    Throttle(List<Rate> rates, Clock clock) {
        LocalBucketBuilder builder = Bucket.builder().withCustomTimePrecision(new ClockMeter(clock));
        for (Rate rate : rates) {
            long burst = (rate.requests() + 1) / 2;
            long refill = Math.max(1, rate.requests() - burst);
            builder.addLimit(limit -> limit.capacity(burst).refillGreedy(refill, rate.per()));
        }
        this.bucket = rates.isEmpty() ? null : builder.build();
    }

    /** Takes a token, or says after what time there may be one. */
    Duration take() {
        if (bucket == null) {
            return Duration.ZERO;
        }
        return Duration.ofNanos(bucket.tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill());
    }

    private record ClockMeter(Clock clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return clock.millis() * 1_000_000;
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}

package dev.viralvideo.ops.health;

import dev.viralvideo.audio.MaryVoice;
import dev.viralvideo.audio.Voices;
import dev.viralvideo.broker.BrokerState;
import dev.viralvideo.failure.Failure;
import dev.viralvideo.ffmpeg.Ffmpeg;
import dev.viralvideo.http.ProviderState;
import dev.viralvideo.pipeline.IntakeGate;
import dev.viralvideo.project.DeadLetters;
import dev.viralvideo.project.Outbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

/** The parts of a service, and how each is looked at. */
public final class Parts {
    /** Events leave within a second where all is well. */
    private static final Duration OLD_EVENT = Duration.ofMinutes(1);

    private Parts() {}

    /** Reading one event shows that the database answers. */
    public static Part database(Outbox outbox, String name) {
        return Part.essential("database", () -> {
            outbox.age();
            return name;
        });
    }

    public static Part broker(BrokerState broker) {
        return Part.useful("broker", () -> {
            BrokerState.Status status = broker.status();
            if (!status.up()) {
                throw new Failure.ExternalService(
                        "BROKER_AWAY",
                        true,
                        "RabbitMQ cannot be used since " + status.since() + ": " + status.reason()
                                + "; topics and events wait; look at vvg.rabbitmq.* and the broker itself",
                        null);
            }
            return "connected since " + status.since();
        });
    }

    public static Part ffmpeg(Ffmpeg ffmpeg) {
        return Part.essential("ffmpeg", () -> ffmpeg.version() + " (" + ffmpeg.source() + ")")
                .dear();
    }

    /** Looking does not load it. */
    public static Part voice(MaryVoice voice) {
        return Part.useful(
                "voice",
                () -> Voices.EMBEDDED.name()
                        + (voice.isLoaded() ? " is loaded" : " is loaded with the first narration"));
    }

    public static Part disk(Path folder, long least) {
        return Part.essential("disk", () -> {
            long free = free(folder);
            if (free < least) {
                throw new Failure.Resource(
                        "LITTLE_SPACE",
                        "only " + (free >> 20) + " MiB are free for " + folder
                                + "; remove finished packages or set vvg.retention.output-days");
            }
            return String.format(Locale.ROOT, "%.1f GiB free", free / (double) (1 << 30));
        });
    }

    private static long free(Path folder) throws IOException {
        return Files.getFileStore(folder).getUsableSpace();
    }

    public static Part intake(IntakeGate gate) {
        return Part.useful("intake", () -> {
            gate.reason().ifPresent(reason -> {
                throw new Failure.Resource("INTAKE_WAITS", "intake waits: " + reason);
            });
            return "open";
        });
    }

    public static Part outbox(Outbox outbox) {
        return Part.useful("outbox", () -> {
            Duration age = outbox.age();
            if (age.compareTo(OLD_EVENT) > 0) {
                throw new Failure.ExternalService(
                        "EVENTS_WAIT",
                        true,
                        "the oldest event waits for " + age.toSeconds()
                                + " s; look at the broker and at the route event-publish",
                        null);
            }
            return "the oldest event waits for " + age.toMillis() + " ms";
        });
    }

    /**
     * @param problems what is wrong with which file
     * @param stopped  routes that an operator has stopped, which is told but no fault
     */
    public static Part routes(Supplier<List<String>> problems, Supplier<Set<String>> stopped) {
        return Part.useful("routes", () -> {
            List<String> wrong = problems.get();
            if (!wrong.isEmpty()) {
                throw new Failure.Configuration("BAD_ROUTE_FILE", String.join("; ", wrong));
            }
            return stopped.get().isEmpty() ? "all as in their files" : "stopped by an operator: " + stopped.get();
        });
    }

    public static Part deadLetters(DeadLetters letters) {
        return Part.useful("dead-letters", () -> {
            long waiting = letters.waiting();
            if (waiting > 0) {
                throw new Failure.Processing(
                        "DEAD_LETTERS",
                        false,
                        waiting + " wait; `vvg dead list` says why, `vvg dead replay --all` tries them again");
            }
            return "none";
        });
    }

    /** How we stand with a provider that was asked. */
    public static Part provider(String name, Supplier<ProviderState> state, Clock clock) {
        return Part.useful("provider:" + name, () -> {
            ProviderState now = state.get();
            Instant until = now.pausedUntil();
            if (until != null && clock.instant().isBefore(until)) {
                throw new Failure.ExternalService(
                        "PROVIDER_PAUSED",
                        true,
                        "is not asked until " + until + " (" + now.kind() + ": " + now.reason()
                                + "); others stand in for it",
                        null);
            }
            if (!"CLOSED".equals(now.breaker())) {
                throw new Failure.ExternalService(
                        "PROVIDER_FAILING", true, "failed too often of late and is left alone for a while", null);
            }
            return now.calls() + " calls, " + now.failures() + " failed";
        });
    }
}

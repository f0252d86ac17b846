package dev.viralvideo.pipeline;

import dev.viralvideo.broker.ConfirmedSender;
import dev.viralvideo.broker.Outgoing;
import dev.viralvideo.failure.Failure;
import dev.viralvideo.project.DeadLetters;
import dev.viralvideo.project.Origin;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts aside a message that can never become a project. The dead letter in the database is what {@code vvg dead} lists
 * and replays; the message on {@code vvg.topics.dead} tells the sender's side, and is theirs to take away.
 */
public final class DeadTopics {
    private static final Logger LOG = LoggerFactory.getLogger(DeadTopics.class);
    /** Room for the reason in a message's headers. */
    private static final int LONGEST_REASON = 1_000;

    private final DeadLetters letters;
    private final ConfirmedSender sender;

    public DeadTopics(DeadLetters letters, ConfirmedSender sender) {
        this.letters = letters;
        this.sender = sender;
    }

    /** When it returns, both have arrived; it throws when one cannot be reached. */
    void refuse(byte[] body, Origin origin, Failure reason) {
        byte[] kept = body == null ? new byte[0] : Arrays.copyOf(body, Math.min(body.length, BrokerIntake.MOST_BYTES));
        String why = oneLine(reason.getMessage());
        LOG.warn("a topic of the broker was refused: {}: {}", reason.code(), why);
        letters.add(origin, reason.code() + ": " + why, new String(kept, StandardCharsets.UTF_8));
        sender.deliver(new Outgoing(
                "",
                BrokerNames.DEAD,
                kept,
                id(origin),
                origin.correlationId(),
                Map.of("x-vvg-code", reason.code(), "x-vvg-reason", why),
                true));
        Replies.rejected(origin, reason).ifPresent(sender::deliver);
    }

    /** The sender's own id, so that the two can be matched. */
    private static String id(Origin origin) {
        return origin.key() == null ? null : origin.key().substring(origin.key().indexOf(':') + 1);
    }

    private static String oneLine(String text) {
        String line = String.valueOf(text).replaceAll("\\p{Cntrl}", "?");
        return line.length() > LONGEST_REASON ? line.substring(0, LONGEST_REASON) + "…" : line;
    }
}

package dev.viralvideo.pipeline;

import dev.viralvideo.intake.Request;
import dev.viralvideo.intake.TopicMessage;
import dev.viralvideo.project.Origin;
import dev.viralvideo.project.Submission;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.Body;
import org.apache.camel.Headers;
import org.apache.camel.component.springrabbit.SpringRabbitMQConstants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes topics in from the broker. It returns when the topic is in the database, or refused for good; then the message
 * is acknowledged. It throws when neither can be done now; then the message comes again.
 */
public final class BrokerIntake {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerIntake.class);
    private static final String SOURCE = "broker";
    private static final String KEY_HEADER = "Idempotency-Key";
    /** Far more than a request that keeps the rules can have. */
    static final int MOST_BYTES = 1 << 20;

    private final Intake intake;
    private final DeadTopics dead;
    private final AtomicBoolean waiting = new AtomicBoolean();

    public BrokerIntake(Intake intake, DeadTopics dead) {
        this.intake = intake;
        this.dead = dead;
    }

    public void take(@Body byte[] body, @Headers Map<String, Object> headers) {
        Origin origin = origin(headers);
        try {
            store(body, origin);
            if (waiting.compareAndSet(true, false)) {
                LOG.info("topics of the broker are taken in again");
            }
        } catch (RuntimeException e) {
            if (waiting.compareAndSet(false, true)) {
                LOG.warn(
                        "topics of the broker stay there for now: {}",
                        Failures.of(e).getMessage());
            }
            throw e;
        }
    }

    private void store(byte[] body, Origin origin) {
        try {
            Request request = intake.fill(TopicMessage.parse(body, MOST_BYTES));
            intake.accept(Submission.from(request, origin));
        } catch (RuntimeException e) {
            if (isPassing(e)) {
                throw e;
            }
            dead.refuse(body, origin, Failures.of(e));
        }
    }

    /** Trouble with the database or the disk is not the message's fault. */
    private static boolean isPassing(RuntimeException problem) {
        return Failures.of(problem).retryable();
    }

    private static Origin origin(Map<String, Object> headers) {
        String key = text(headers.get(KEY_HEADER));
        String id = key != null ? key : text(headers.get(SpringRabbitMQConstants.MESSAGE_ID));
        return new Origin(
                SOURCE,
                id == null ? null : SOURCE + ":" + id,
                text(headers.get(SpringRabbitMQConstants.REPLY_TO)),
                text(headers.get(SpringRabbitMQConstants.CORRELATION_ID)));
    }

    /** A header may hold a table or a list; as a key or an address only plain values make sense. */
    private static String text(Object value) {
        boolean plain = value instanceof String || value instanceof Number;
        return plain && !value.toString().isBlank() ? value.toString() : null;
    }
}

package dev.viralvideo.pipeline;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.http.Call;
import dev.viralvideo.http.Http;
import dev.viralvideo.http.Reply;
import dev.viralvideo.json.Json;
import dev.viralvideo.project.CallbackDelivery;
import dev.viralvideo.project.CallbackQueue;
import dev.viralvideo.project.OutboxEvent;
import dev.viralvideo.project.ProjectStore;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the callbacks of requests how their projects ended. Every message is signed with its time, so that the receiver
 * knows who sent it and that it is not an old one sent again:
 * {@code X-VVG-Signature: t=SECONDS,v1=HEX(HMAC-SHA256(secret, t + "." + body))}.
 */
public final class Callbacks {
    private static final Logger LOG = LoggerFactory.getLogger(Callbacks.class);
    private static final int BATCH = 16;
    private static final int GONE = 410;
    private static final String NOT_ALLOWED =
            "the callback leads to a private address; if you trust it, add its host to vvg.callback.allow";
    private static final Duration SILENCE = Duration.ofSeconds(10);
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final long MOST_BYTES = 1 << 16;

    private final CallbackQueue queue;
    private final ProjectStore store;
    private final Supplier<Http> http;
    private final Supplier<String> secret;
    private final Clock clock;

    /**
     * @param http   reaches no private address but those that the operator allowed; asked for when first needed
     * @param secret shared with the receivers
     */
    public Callbacks(
            CallbackQueue queue, ProjectStore store, Supplier<Http> http, Supplier<String> secret, Clock clock) {
        this.queue = queue;
        this.store = store;
        this.http = http;
        this.secret = secret;
        this.clock = clock;
    }

    /** Queues the result, when this event is one and somebody wants to be told. */
    public void take(OutboxEvent event) {
        if (Replies.isFinal(event)) {
            store.find(event.projectId())
                    .filter(project -> project.request().callback() != null)
                    .ifPresent(project -> queue.add(new CallbackDelivery(
                            event.eventId(),
                            project.id(),
                            project.request().callback(),
                            Json.write(Replies.body(event, project)),
                            0)));
        }
    }

    public List<CallbackDelivery> due() {
        return queue.due(BATCH);
    }

    /** Sends one; what goes wrong is kept for the next try. */
    public void deliver(CallbackDelivery delivery) {
        try {
            Reply reply = http.get().send(call(delivery));
            if (reply.status() / 100 == 2) {
                queue.delivered(delivery);
            } else {
                int status = reply.status();
                failed(delivery, "HTTP_" + status + ": the callback answered " + status, status == GONE);
            }
        } catch (Failure e) {
            boolean refused = e.code().equals("ADDRESS_REFUSED");
            failed(delivery, e.code() + ": " + (refused ? NOT_ALLOWED : e.getMessage()), refused);
        }
    }

    private void failed(CallbackDelivery delivery, String reason, boolean hopeless) {
        boolean givenUp = queue.failed(delivery, reason, hopeless);
        LOG.warn(
                "the callback of {} was not told ({}): {}",
                delivery.projectId(),
                givenUp ? "given up, see `vvg dead list`" : "it is tried again",
                reason);
    }

    private Call call(CallbackDelivery delivery) {
        byte[] body = delivery.payload().getBytes(StandardCharsets.UTF_8);
        long seconds = clock.instant().getEpochSecond();
        return Call.post(delivery.url(), "application/json", body)
                .header("X-VVG-Delivery", delivery.eventId())
                .header("X-VVG-Signature", "t=" + seconds + ",v1=" + signature(secret.get(), seconds, body))
                .limits(SILENCE, LIMIT, MOST_BYTES);
    }

    static String signature(String secret, long seconds, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((seconds + ".").getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

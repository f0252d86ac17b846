package dev.viralvideo.broker;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.ShutdownSignalException;
import dev.viralvideo.failure.Failure;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.rabbit.connection.RabbitUtils;

/** Sends persistent messages and knows which of them the broker has taken over. Many travel at once. */
public final class ConfirmedSender {
    private static final Logger LOG = LoggerFactory.getLogger(ConfirmedSender.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int PERSISTENT = 2;

    private final Broker broker;

    public ConfirmedSender(Broker broker) {
        this.broker = broker;
    }

    /** Sends one and waits; throws when the broker has not taken it over. */
    public void deliver(Outgoing message) {
        if (!sendAll(List.of(message)).isEmpty()) {
            throw new Failure.ExternalService(
                    "BROKER_UNAVAILABLE",
                    true,
                    "the broker cannot be used: it has not taken over a message to " + message.routingKey(),
                    null);
        }
    }

    /** Sends all and waits once; gives those that the broker has not taken over, be it that it cannot be reached. */
    public List<Outgoing> sendAll(List<Outgoing> messages) {
        Confirms confirms = new Confirms(messages);
        if (messages.isEmpty() || !broker.state().isUp()) {
            return confirms.missing();
        }
        try (Channel channel = broker.publishing()) {
            send(channel, messages, confirms);
        } catch (IOException | TimeoutException | AmqpException | ShutdownSignalException e) {
            LOG.debug("the broker has not confirmed everything", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return confirms.missing();
    }

    private static void send(Channel channel, List<Outgoing> messages, Confirms confirms)
            throws IOException, TimeoutException, InterruptedException {
        // whoever got it next would wait for confirms of ours that never came
        RabbitUtils.setPhysicalCloseRequired(channel, true);
        channel.confirmSelect();
        confirms.listenTo(channel);
        for (Outgoing message : messages) {
            confirms.sent(channel.getNextPublishSeqNo(), message);
            channel.basicPublish(
                    message.exchange(),
                    message.routingKey(),
                    message.mustArrive(),
                    properties(message),
                    message.json());
        }
        channel.waitForConfirms(PATIENCE.toMillis());
        confirms.leave(channel);
        RabbitUtils.setPhysicalCloseRequired(channel, false);
    }

    private static BasicProperties properties(Outgoing message) {
        return new BasicProperties.Builder()
                .contentType("application/json")
                .contentEncoding("UTF-8")
                .deliveryMode(PERSISTENT)
                .messageId(message.id())
                .correlationId(message.correlationId())
                .headers(message.headers())
                .build();
    }
}

package dev.viralvideo.broker;

import dev.viralvideo.failure.Failure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageDeliveryMode;
import org.springframework.amqp.core.MessageProperties;
import org.springframework.amqp.rabbit.connection.CorrelationData;
import org.springframework.amqp.rabbit.core.RabbitTemplate;

/** Sends persistent messages and knows which of them the broker has taken over. Many travel at once. */
public final class ConfirmedSender {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Broker broker;
    private final RabbitTemplate sure;
    private final RabbitTemplate loose;

    public ConfirmedSender(Broker broker) {
        this.broker = broker;
        this.sure = template(broker, true);
        this.loose = template(broker, false);
    }

    private static RabbitTemplate template(Broker broker, boolean mandatory) {
        RabbitTemplate template = new RabbitTemplate(broker.connections());
        template.setMandatory(mandatory);
        template.setReturnsCallback(returned -> {}); // isConfirmed looks
        // a connection of its own: acknowledgements must not wait behind messages that a busy broker does not take
        template.setUsePublisherConnection(true);
        return template;
    }

    /** A message that was sent, and what became of it. */
    public record Sent(Outgoing message, CorrelationData data) {}

    /** Sends without waiting; throws only when there is no connection. */
    public Sent send(Outgoing message) {
        if (!broker.state().isUp()) {
            throw unavailable("it is not connected", null);
        }
        CorrelationData data = new CorrelationData();
        RabbitTemplate template = message.mustArrive() ? sure : loose;
        try {
            template.send(message.exchange(), message.routingKey(), amqp(message), data);
        } catch (AmqpException e) {
            throw unavailable(e.getMessage(), e);
        }
        return new Sent(message, data);
    }

    /** Waits until the broker has answered for all; gives those that it has taken over, in their order. */
    public List<Outgoing> confirmed(List<Sent> sent) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        List<Outgoing> confirmed = new ArrayList<>();
        for (Sent one : sent) {
            if (isConfirmed(one, Math.max(1, until - System.nanoTime()))) {
                confirmed.add(one.message());
            }
        }
        return confirmed;
    }

    /** Sends one and waits; throws when the broker has not taken it over. */
    public void deliver(Outgoing message) {
        if (confirmed(List.of(send(message))).isEmpty()) {
            throw unavailable("it has not taken over a message to " + message.routingKey(), null);
        }
    }

    private static boolean isConfirmed(Sent sent, long nanos) {
        try {
            boolean taken =
                    sent.data().getFuture().get(nanos, TimeUnit.NANOSECONDS).isAck();
            return taken && !(sent.message().mustArrive() && sent.data().getReturned() != null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }

    private static Message amqp(Outgoing message) {
        MessageProperties properties = new MessageProperties();
        properties.setContentType(MessageProperties.CONTENT_TYPE_JSON);
        properties.setContentEncoding("UTF-8");
        properties.setDeliveryMode(MessageDeliveryMode.PERSISTENT);
        properties.setMessageId(message.id());
        properties.setCorrelationId(message.correlationId());
        properties.setHeaders(message.headers());
        return new Message(message.json(), properties);
    }

    private static Failure unavailable(String reason, Throwable cause) {
        return new Failure.ExternalService("BROKER_UNAVAILABLE", true, "the broker cannot be used: " + reason, cause);
    }
}

package dev.viralvideo.integration;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/** A plain AMQP client: the sender's and the subscriber's side. */
public final class TestAmqp implements AutoCloseable {
    private final Connection connection;
    final Channel channel;

    public TestAmqp(int port) {
        try {
            connection = factory(port).newConnection("test");
            channel = connection.createChannel();
            channel.confirmSelect();
        } catch (IOException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ConnectionFactory factory(int port) {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost("127.0.0.1");
        factory.setPort(port);
        factory.setUsername("guest");
        factory.setPassword("guest");
        factory.setConnectionTimeout(2_000);
        factory.setHandshakeTimeout(5_000);
        factory.setAutomaticRecoveryEnabled(false);
        return factory;
    }

    public static boolean answers(int port) {
        try (Connection connection = factory(port).newConnection()) {
            return connection.isOpen();
        } catch (IOException | TimeoutException e) {
            return false;
        }
    }

    /** Returns when the broker has it. */
    public void send(String queue, byte[] body, BasicProperties properties) {
        try {
            channel.basicPublish("", queue, true, properties, body);
            channel.waitForConfirmsOrDie(10_000);
        } catch (IOException | InterruptedException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    public void send(String queue, String body, BasicProperties properties) {
        send(queue, body.getBytes(StandardCharsets.UTF_8), properties);
    }

    /** Sends many and waits once. */
    public void sendAll(String queue, List<String> bodies, String idPrefix) {
        try {
            for (int i = 0; i < bodies.size(); i++) {
                BasicProperties properties = new BasicProperties.Builder()
                        .deliveryMode(2)
                        .messageId(idPrefix == null ? null : idPrefix + i)
                        .build();
                channel.basicPublish("", queue, properties, bodies.get(i).getBytes(StandardCharsets.UTF_8));
            }
            channel.waitForConfirmsOrDie(60_000);
        } catch (IOException | InterruptedException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Declares what the application declares too, so that tests need not wait for it. */
    public void declare(String... queues) {
        try {
            channel.exchangeDeclare("vvg.events", "topic", true);
            for (String queue : queues) {
                channel.queueDeclare(queue, true, false, false, Map.of());
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public String subscribe(String key) {
        try {
            String queue = "subscriber-" + System.nanoTime();
            channel.queueDeclare(queue, true, false, false, Map.of());
            channel.queueBind(queue, "vvg.events", key);
            return queue;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Everything that is on a queue now; takes it away. */
    List<GetResponse> drain(String queue) {
        try {
            List<GetResponse> messages = new ArrayList<>();
            for (GetResponse one = channel.basicGet(queue, true); one != null; one = channel.basicGet(queue, true)) {
                messages.add(one);
            }
            return messages;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public long depth(String queue) {
        try {
            return channel.messageCount(queue);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static String text(GetResponse message) {
        return new String(message.getBody(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (IOException e) {
            // the broker may be gone
        }
    }
}

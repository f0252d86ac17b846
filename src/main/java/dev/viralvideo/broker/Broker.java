package dev.viralvideo.broker;

import com.rabbitmq.client.BlockedListener;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.ShutdownSignalException;
import dev.viralvideo.config.BrokerSettings;
import dev.viralvideo.failure.Failure;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import javax.net.ssl.SSLContext;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.connection.Connection;
import org.springframework.amqp.rabbit.connection.ConnectionListener;

/**
 * The connection to RabbitMQ, made when it is first needed and again whenever it breaks. It knows whether the broker is
 * there, and declares what we need as soon as it is.
 */
public final class Broker implements AutoCloseable {
    private static final int CONNECT_MILLIS = 5_000;
    private static final int HEARTBEAT_SECONDS = 15;
    private static final int CHANNELS = 32;

    private final CachingConnectionFactory connections;
    private final BrokerState state;
    private final Topology topology;
    /** It has run out of memory or disk and takes nothing for now. */
    private volatile boolean full;

    public Broker(BrokerSettings settings, Topology topology, Clock clock) {
        this.topology = topology;
        this.state = new BrokerState(settings.toString(), clock);
        this.connections = new CachingConnectionFactory(client(settings));
        connections.setAddresses(settings.addresses());
        connections.setChannelCacheSize(CHANNELS);
        connections.setConnectionNameStrategy(factory -> "vvg");
        connections.addConnectionListener(new Watch());
    }

    private static com.rabbitmq.client.ConnectionFactory client(BrokerSettings settings) {
        var client = new com.rabbitmq.client.ConnectionFactory();
        client.setUsername(settings.user());
        client.setPassword(settings.password());
        client.setVirtualHost(settings.virtualHost());
        client.setConnectionTimeout(CONNECT_MILLIS);
        client.setHandshakeTimeout(CONNECT_MILLIS);
        client.setRequestedHeartbeat(HEARTBEAT_SECONDS);
        client.setAutomaticRecoveryEnabled(false); // the listener containers recover by themselves
        if (settings.tls()) {
            try {
                // the plain useSslProtocol() would trust any certificate
                client.useSslProtocol(SSLContext.getDefault());
                client.enableHostnameVerification();
            } catch (NoSuchAlgorithmException e) {
                throw new Failure.Configuration("NO_TLS", "this Java has no TLS: " + e.getMessage(), e);
            }
        }
        return client;
    }

    /** For endpoints: shared by everything that takes messages from the broker. */
    public CachingConnectionFactory connections() {
        return connections;
    }

    public BrokerState state() {
        return state;
    }

    /**
     * A channel to send on; closing it gives it back. Its connection is another one than that of the consumers:
     * acknowledgements must not wait behind messages that a busy broker does not take.
     */
    Channel publishing() {
        return connections.getPublisherConnectionFactory().createConnection().createChannel(false);
    }

    /** Connects when there is no connection, and declares again what somebody may have deleted; never throws. */
    public void look() {
        try {
            Connection connection = connections.createConnection();
            if (connection.isOpen()) {
                declare(connection);
            }
        } catch (AmqpException e) {
            state.down(reason(e));
        }
    }

    private void declare(Connection connection) {
        try (Channel channel = connection.createChannel(false)) {
            topology.declare(channel);
        } catch (Exception e) {
            state.down("it refuses our queues: " + reason(e));
            return;
        }
        if (!full) {
            state.up();
        }
    }

    private final class Room implements BlockedListener {
        @Override
        public void handleBlocked(String reason) {
            full = true;
            state.down("it takes no messages: " + reason);
        }

        @Override
        public void handleUnblocked() {
            full = false;
            state.up();
        }
    }

    private final class Watch implements ConnectionListener {
        @Override
        public void onCreate(Connection connection) {
            full = false;
            connection.addBlockedListener(new Room());
            declare(connection);
        }

        @Override
        public void onShutDown(ShutdownSignalException signal) {
            if (!signal.isInitiatedByApplication()) {
                state.down(reason(signal));
            }
        }

        @Override
        public void onFailed(Exception e) {
            state.down(reason(e));
        }
    }

    /** What the innermost cause says: the outer ones only say that there is one. */
    private static String reason(Throwable problem) {
        Throwable root = problem;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }

    @Override
    public void close() {
        connections.destroy();
    }
}

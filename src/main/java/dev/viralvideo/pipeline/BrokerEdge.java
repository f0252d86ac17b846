package dev.viralvideo.pipeline;

import dev.viralvideo.broker.Broker;
import dev.viralvideo.config.Settings;
import java.time.Clock;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.component.springrabbit.SpringRabbitMQComponent;

/** Makes the broker known to the routes: the connections as {@code rabbit}, and listeners that outlive its absence. */
public final class BrokerEdge {
    /** They only wait for their group's commit. */
    private static final int MOST_THREADS = 48;

    private BrokerEdge() {}

    public static Broker open(Settings settings, Clock clock) {
        return new Broker(settings.broker(), BrokerNames.topology(settings), clock);
    }

    /** What the routes ask for: whether there is a broker, and how its prefetch is shared by the threads. */
    public static Map<String, String> properties(Settings settings) {
        int prefetch = settings.broker().prefetch();
        int threads = Math.min(MOST_THREADS, prefetch);
        return Map.of(
                "broker.here", String.valueOf(settings.broker().configured()),
                "broker.consumers", String.valueOf(threads),
                "broker.prefetch", String.valueOf(prefetch / threads));
    }

    public static void bind(CamelContext camel, Broker broker) {
        camel.getRegistry().bind("rabbit", broker.connections());
        camel.getRegistry().bind("rawBody", new RawBody());
        SpringRabbitMQComponent component = camel.getComponent("spring-rabbitmq", SpringRabbitMQComponent.class);
        component.setListenerContainerFactory(new Listeners());
    }
}

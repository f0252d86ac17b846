package dev.viralvideo.pipeline;

import dev.viralvideo.config.Settings;
import java.util.Map;
import java.util.TreeMap;

/** The stage queues as property placeholders: where hints are taken from and sent to, and whether this node takes any. */
public final class Queues {
    /** A hint only says that there is work: more than a few waiting tell no more. */
    private static final int SEDA_SIZE = 256;

    private Queues() {}

    /** @param limited whether {@code vvg.stages} counts: a command works on all stages of its project itself */
    public static Map<String, String> properties(Settings settings, boolean limited) {
        Map<String, String> properties = new TreeMap<>();
        for (String stage : Settings.STAGES) {
            boolean broker = limited && settings.queueOnBroker();
            int workers = settings.workers(stage);
            properties.put("queue." + stage + ".from", broker ? brokerFrom(stage, workers) : sedaFrom(stage, workers));
            properties.put("queue." + stage + ".to", broker ? brokerTo(stage) : sedaTo(stage));
            properties.put(
                    "stage." + stage + ".here",
                    String.valueOf(!limited || settings.stages().contains(stage)));
        }
        return properties;
    }

    private static String sedaFrom(String stage, int workers) {
        return "seda:" + stage + "?size=" + SEDA_SIZE + "&concurrentConsumers=" + workers;
    }

    private static String sedaTo(String stage) {
        return "seda:" + stage + "?size=" + SEDA_SIZE + "&discardWhenFull=true&waitForTaskToComplete=Never";
    }

    /** One hint in flight for each worker: RabbitMQ deals them out to whichever node has a worker free. */
    private static String brokerFrom(String stage, int workers) {
        return "spring-rabbitmq:default?connectionFactory=#rabbit&queues=vvg.stage." + stage + "&concurrentConsumers="
                + workers + "&prefetchCount=1&autoDeclare=true&arg.queue.durable=true&acknowledgeMode=AUTO";
    }

    private static String brokerTo(String stage) {
        return "spring-rabbitmq:default?connectionFactory=#rabbit&routingKey=vvg.stage." + stage;
    }
}

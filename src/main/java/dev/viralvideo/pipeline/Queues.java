package dev.viralvideo.pipeline;

import dev.viralvideo.config.Settings;
import dev.viralvideo.config.StageSettings;
import java.util.Map;
import java.util.TreeMap;

/** The stage queues as property placeholders: where hints are taken from and sent to, and whether this node takes any. */
public final class Queues {
    /** A hint only says that there is work: more than a few waiting tell no more. */
    private static final int SEDA_SIZE = 256;
    /** At a stop Camel waits for each consumer in turn until its poll ends: with the default of a second, for seconds. */
    private static final int COMMAND_POLL_MILLIS = 100;
    /** Ten looks a second for each worker were a quarter of what an idle service cost. */
    private static final int SERVICE_POLL_MILLIS = 500;

    /** Longer than a sweep's period, so that while there is work there is a hint; short, so that they do not pile up. */
    static final String STALE_MILLIS = "3000";

    private Queues() {}

    /** @param limited whether {@code vvg.stages} counts: a command works on all stages of its project itself */
    public static Map<String, String> properties(Settings settings, boolean limited) {
        Map<String, String> properties = new TreeMap<>();
        for (String stage : StageSettings.ALL) {
            boolean broker = limited && settings.broker().carriesHints();
            int workers = settings.stages().workers().get(stage);
            properties.put(
                    "queue." + stage + ".from",
                    broker ? brokerFrom(stage, workers) : sedaFrom(stage, workers, limited));
            properties.put("queue." + stage + ".to", broker ? brokerTo(stage) : sedaTo(stage));
            properties.put(
                    "stage." + stage + ".here",
                    String.valueOf(!limited || settings.stages().here().contains(stage)));
        }
        return properties;
    }

    private static String sedaFrom(String stage, int workers, boolean service) {
        return "seda:" + stage + "?size=" + SEDA_SIZE + "&concurrentConsumers=" + workers + "&pollTimeout="
                + (service ? SERVICE_POLL_MILLIS : COMMAND_POLL_MILLIS);
    }

    private static String sedaTo(String stage) {
        return "seda:" + stage + "?size=" + SEDA_SIZE + "&discardWhenFull=true&waitForTaskToComplete=Never";
    }

    /**
     * One hint in flight for each worker, acknowledged when its work is done: RabbitMQ deals them out in turn to
     * whichever node has a worker free. Should that take longer than the broker waits for an acknowledgement (30
     * minutes), it sends the hint to another worker, who finds the project taken and looks for other work.
     */
    private static String brokerFrom(String stage, int workers) {
        return "spring-rabbitmq:default?connectionFactory=#rabbit&queues=" + BrokerNames.stage(stage)
                + "&messageListenerContainerType=SMLC&concurrentConsumers=" + workers
                + "&prefetchCount=1&acknowledgeMode=AUTO&autoDeclare=false&messageConverter=#rawBody&disableReplyTo=true";
    }

    /** Without waiting for confirms: a hint may be lost. */
    private static String brokerTo(String stage) {
        return "spring-rabbitmq:default?connectionFactory=#rabbit&routingKey=" + BrokerNames.stage(stage)
                + "&confirm=disabled&usePublisherConnection=true";
    }
}

package dev.viralvideo.pipeline;

import dev.viralvideo.broker.Topology;
import dev.viralvideo.config.Settings;
import dev.viralvideo.config.StageSettings;
import java.util.ArrayList;
import java.util.List;

/** What our queues and our exchange are called on the broker. */
final class BrokerNames {
    static final String TOPICS = "vvg.topics";
    static final String DEAD = "vvg.topics.dead";
    static final String EVENTS = "vvg.events";
    private static final String OURS = "vvg.";

    private BrokerNames() {}

    static String stage(String name) {
        return "vvg.stage." + name;
    }

    /** Replies go to the queues of others: a message must not make us feed our own. */
    static boolean isOurs(String queue) {
        return queue.startsWith(OURS);
    }

    static Topology topology(Settings settings) {
        List<String> queues = new ArrayList<>(List.of(TOPICS, DEAD));
        if (settings.broker().carriesHints()) {
            StageSettings.ALL.forEach(stage -> queues.add(stage(stage)));
        }
        return new Topology(queues, EVENTS);
    }
}

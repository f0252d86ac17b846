package dev.viralvideo.pipeline;

import dev.viralvideo.project.ChangeWatch;
import dev.viralvideo.project.Outbox;
import dev.viralvideo.project.OutboxEvent;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries events from the outbox to the route that publishes them, in order for each project, at least once. */
public final class EventRelay {
    private static final Logger LOG = LoggerFactory.getLogger(EventRelay.class);
    private static final int BATCH = 200;

    private final Outbox outbox;
    private final ProducerTemplate template;
    private final BrokerEvents broker;
    private final ChangeWatch changes;

    public EventRelay(Outbox outbox, ProducerTemplate template, BrokerEvents broker, ChangeWatch changes) {
        this.outbox = outbox;
        this.template = template;
        this.broker = broker;
        this.changes = changes;
    }

    /** Publishes what waits. What could not be published is tried again within five calls. */
    public void relay() {
        if (!broker.canPublish() || !changes.mayHaveChanged()) {
            return;
        }
        int published;
        do {
            published = outbox.relayWaves(BATCH, this::publish);
        } while (published == BATCH);
    }

    private List<OutboxEvent> publish(List<OutboxEvent> wave) {
        List<OutboxEvent> left = new ArrayList<>();
        for (OutboxEvent event : wave) {
            try {
                template.sendBody("direct:event-publish", event);
                left.add(event);
            } catch (CamelExecutionException e) {
                if (broker.canPublish()) {
                    LOG.warn(
                            "cannot publish {} of project {}: {}",
                            event.name(),
                            event.projectId(),
                            Failures.of(e).getMessage());
                }
            }
        }
        return broker.arrived(left);
    }
}

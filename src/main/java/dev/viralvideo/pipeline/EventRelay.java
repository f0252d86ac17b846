package dev.viralvideo.pipeline;

import dev.viralvideo.project.Outbox;
import org.apache.camel.ProducerTemplate;

/** Carries events from the outbox to the route that publishes them, in order for each project, at least once. */
public final class EventRelay {
    private static final int BATCH = 200;

    private final Outbox outbox;
    private final ProducerTemplate template;

    public EventRelay(Outbox outbox, ProducerTemplate template) {
        this.outbox = outbox;
        this.template = template;
    }

    public void relay() {
        int published;
        do {
            published = outbox.relayBatch(BATCH, event -> template.sendBody("direct:event-publish", event));
        } while (published == BATCH);
    }
}

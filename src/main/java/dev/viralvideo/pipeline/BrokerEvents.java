package dev.viralvideo.pipeline;

import dev.viralvideo.broker.Broker;
import dev.viralvideo.broker.ConfirmedSender;
import dev.viralvideo.broker.Outgoing;
import dev.viralvideo.failure.Failure;
import dev.viralvideo.project.OutboxEvent;
import dev.viralvideo.project.ProjectStore;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Sends events to the exchange {@code vvg.events}, and the final ones to whoever asked for a reply. A whole wave of
 * events travels before the first confirm is waited for. Without a broker it does nothing.
 */
public final class BrokerEvents {
    private final Broker broker;
    private final ConfirmedSender sender;
    private final ProjectStore store;
    private final List<Outgoing> travelling = new ArrayList<>();

    /** @param broker null when none is configured */
    public BrokerEvents(Broker broker, ConfirmedSender sender, ProjectStore store) {
        this.broker = broker;
        this.sender = sender;
        this.store = store;
    }

    boolean canPublish() {
        return broker == null || broker.state().isUp();
    }

    /** Takes one event along to {@link #arrived}; throws when there is no connection. */
    public synchronized void publish(OutboxEvent event) {
        if (broker == null) {
            return;
        }
        if (!canPublish()) {
            throw new Failure.ExternalService(
                    "BROKER_UNAVAILABLE", true, "the broker cannot be used: it is not connected", null);
        }
        byte[] json = event.payload().getBytes(StandardCharsets.UTF_8);
        Map<String, Object> headers = Map.of("x-vvg-project", event.projectId());
        travelling.add(new Outgoing(BrokerNames.EVENTS, event.name(), json, event.eventId(), null, headers, false));
        if (Replies.isFinal(event)) {
            store.find(event.projectId())
                    .flatMap(project -> Replies.of(event, project))
                    .ifPresent(travelling::add);
        }
    }

    /** Sends what was taken along and waits for its confirms; gives the events of which every message has arrived. */
    synchronized List<OutboxEvent> arrived(List<OutboxEvent> events) {
        if (broker == null) {
            return events;
        }
        Set<String> lost = sender.sendAll(List.copyOf(travelling)).stream()
                .map(Outgoing::id)
                .collect(Collectors.toSet());
        travelling.clear();
        return events.stream().filter(event -> !lost.contains(event.eventId())).toList();
    }
}

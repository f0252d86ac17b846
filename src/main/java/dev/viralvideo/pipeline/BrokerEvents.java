package dev.viralvideo.pipeline;

import dev.viralvideo.broker.Broker;
import dev.viralvideo.broker.ConfirmedSender;
import dev.viralvideo.broker.ConfirmedSender.Sent;
import dev.viralvideo.broker.Outgoing;
import dev.viralvideo.project.OutboxEvent;
import dev.viralvideo.project.ProjectStore;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final List<Sent> travelling = new ArrayList<>();

    /** @param broker null when none is configured */
    public BrokerEvents(Broker broker, ConfirmedSender sender, ProjectStore store) {
        this.broker = broker;
        this.sender = sender;
        this.store = store;
    }

    boolean canPublish() {
        return broker == null || broker.state().isUp();
    }

    /** Sends one event without waiting for its confirm. */
    public synchronized void publish(OutboxEvent event) {
        if (broker == null) {
            return;
        }
        byte[] json = event.payload().getBytes(StandardCharsets.UTF_8);
        Map<String, Object> headers = Map.of("x-vvg-project", event.projectId());
        travelling.add(sender.send(
                new Outgoing(BrokerNames.EVENTS, event.name(), json, event.eventId(), null, headers, false)));
        if (Replies.isFinal(event)) {
            Optional<Outgoing> reply = store.find(event.projectId()).flatMap(project -> Replies.of(event, project));
            reply.ifPresent(message -> travelling.add(sender.send(message)));
        }
    }

    /** Waits for the confirms of all that was sent; gives the events of which every message has arrived. */
    synchronized List<OutboxEvent> arrived(List<OutboxEvent> events) {
        if (broker == null) {
            return events;
        }
        List<Outgoing> confirmed = sender.confirmed(travelling);
        Set<String> lost = travelling.stream()
                .map(Sent::message)
                .filter(message -> !confirmed.contains(message))
                .map(Outgoing::id)
                .collect(Collectors.toSet());
        travelling.clear();
        return events.stream().filter(event -> !lost.contains(event.eventId())).toList();
    }
}

package dev.viralvideo.project;

import java.util.List;

/** Carries events to the outside. */
@FunctionalInterface
public interface EventPublisher {
    /**
     * @param wave at most one event of each project
     * @return those that have safely arrived
     */
    List<OutboxEvent> publish(List<OutboxEvent> wave);
}

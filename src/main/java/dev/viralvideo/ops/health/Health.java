package dev.viralvideo.ops.health;

import java.util.List;

/** What {@code /health} says. */
public record Health(Status status, List<Finding> parts) {
    /** The worst of the parts. */
    public enum Status {
        UP,
        /** Work goes on, but something wants a hand. */
        DEGRADED,
        /** Nothing can be worked on. */
        DOWN
    }

    static Health of(List<Finding> parts) {
        boolean down = parts.stream().anyMatch(part -> part.essential() && !part.up());
        boolean degraded = parts.stream().anyMatch(part -> !part.up());
        return new Health(down ? Status.DOWN : degraded ? Status.DEGRADED : Status.UP, parts);
    }
}

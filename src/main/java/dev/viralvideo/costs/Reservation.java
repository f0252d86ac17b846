package dev.viralvideo.costs;

/**
 * Money set aside for a call about to be made. It must be settled, whatever becomes of the call.
 *
 * @param month  such as {@code 2026-11}; its budget is charged even if the call ends in the next
 * @param micros null when no price is known
 */
public record Reservation(String id, String projectId, String month, Usage estimate, Long micros) {}

package dev.viralvideo.ops.health;

/**
 * How a part was found.
 *
 * @param message what it is, or what is wrong and what to do about it
 */
public record Finding(String name, boolean up, boolean essential, String message) {}

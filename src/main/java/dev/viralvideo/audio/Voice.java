package dev.viralvideo.audio;

/**
 * A voice that can be asked for.
 *
 * @param name     what a request's {@code voice} names
 * @param language BCP 47
 * @param gender   {@code female}, {@code male} or {@code neutral}
 * @param provider who speaks ({@code marytts}, {@code elevenlabs}, …)
 * @param needsKey whether a key or a server must be configured
 */
public record Voice(
        String name, String language, String gender, String provider, String description, boolean needsKey) {}

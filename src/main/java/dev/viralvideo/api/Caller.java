package dev.viralvideo.api;

/**
 * Who asks.
 *
 * @param id of the token, or the address when no token is needed
 */
public record Caller(String id, Scope scope) {}

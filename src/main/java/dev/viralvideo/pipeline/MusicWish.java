package dev.viralvideo.pipeline;

import java.util.List;

/**
 * What music a video wants.
 *
 * @param terms   tags, most specific first
 * @param seconds how long it should play at least
 */
public record MusicWish(List<String> terms, int seconds) {}

package dev.viralvideo.script.model;

/**
 * A statement with where it comes from.
 *
 * @param text   one sentence or a short paragraph
 * @param source for {@link dev.viralvideo.script.Segment#source}, such as {@code Wikipedia, "Honey bee", https://…, CC
 *               BY-SA 4.0}
 */
public record Fact(String text, String source) {}

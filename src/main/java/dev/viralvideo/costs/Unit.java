package dev.viralvideo.costs;

/** What providers count. */
public enum Unit {
    REQUESTS,
    CHARACTERS,
    INPUT_TOKENS,
    OUTPUT_TOKENS,
    SECONDS
}

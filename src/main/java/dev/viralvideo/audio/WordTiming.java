package dev.viralvideo.audio;

/** One spoken word as it is written, with its start and end in seconds from the start of its speech. */
public record WordTiming(String word, double start, double end) {}

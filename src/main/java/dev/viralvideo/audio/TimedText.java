package dev.viralvideo.audio;

/** What a remote voice tells of its timing: a piece of text, a character or a word, and when it is heard, in seconds. */
public record TimedText(String text, double start, double end) {}

package dev.viralvideo.media;

/** A candidate for one segment, with its score there. */
public record Offer(int segment, Candidate candidate, Score score) {}

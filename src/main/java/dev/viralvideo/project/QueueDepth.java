package dev.viralvideo.project;

import java.time.Duration;

/** How much waits for a stage, how long the oldest has waited, and how many are being worked on. */
public record QueueDepth(Stage stage, long ready, Duration oldest, long claimed) {}

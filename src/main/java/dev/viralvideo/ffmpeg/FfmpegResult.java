package dev.viralvideo.ffmpeg;

/** What a finished call left: its messages (last 64 KiB of standard error) and how long it took in seconds. */
public record FfmpegResult(String messages, double seconds) {}

package dev.viralvideo.ffmpeg;
/** placeholder: replaced by the ffmpeg work. */
public final class Ffmpeg {}

package dev.viralvideo.audio;

/**
 * What a voice is asked to speak.
 *
 * @param projectId for the work folder
 * @param index     of the segment
 * @param language  BCP 47
 * @param file      absolute path of the WAV to write
 */
public record SpeechRequest(String projectId, int index, String text, String voice, String language, String file) {}

package dev.viralvideo.audio;

import java.util.List;

/**
 * The music that was chosen.
 *
 * @param file         a stereo 48 kHz WAV of the whole length, or null for none
 * @param source       the file it was made from, or null where there is none
 * @param label        {@code none}, {@code synthesised:<mood>} or the name of the user's file
 * @param degradations why it is not what was asked for
 */
record Music(String file, String source, String label, List<String> degradations) {}

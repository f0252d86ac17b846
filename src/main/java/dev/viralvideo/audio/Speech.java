package dev.viralvideo.audio;

import java.util.List;

/**
 * One segment's narration.
 *
 * @param file      claim check: a mono 48 kHz 16-bit WAV
 * @param seconds   exact length of the file
 * @param words     every word of the text in order, with the text's own spelling and punctuation
 * @param estimated true when the times are computed rather than told by the voice
 */
public record Speech(String file, double seconds, List<WordTiming> words, boolean estimated, String voice) {
    public Speech {
        words = List.copyOf(words);
    }
}

package dev.viralvideo.audio;

import dev.viralvideo.stock.Licence;
import java.util.List;

/**
 * Music that a hosted provider gave.
 *
 * @param file        any sound file, or null when none was asked for or found
 * @param label       {@code provider:id}, for the report; null without a file
 * @param mood        what is synthesised when there is no file or it cannot be used
 * @param degradations why there is no file although one was wanted
 */
public record FoundMusic(String file, String label, Licence licence, String mood, List<String> degradations) {
    public FoundMusic {
        degradations = List.copyOf(degradations);
    }

    /** Nobody was asked: a mood, a file of the user's, or none. */
    public static FoundMusic own(String music) {
        return new FoundMusic(null, null, null, music, List.of());
    }
}

package dev.viralvideo.video.caption;

import dev.viralvideo.audio.AudioTracks;
import dev.viralvideo.audio.Speech;
import dev.viralvideo.audio.WordTiming;
import dev.viralvideo.graphics.Fonts;
import dev.viralvideo.script.Palette;
import dev.viralvideo.script.Segment;
import dev.viralvideo.script.Template;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Speech, styles and looks for the tests of this package. */
final class Samples {
    static final Fonts FONTS = Fonts.prepare(Path.of("target/test-cache"));
    static final Palette PALETTE = new Palette("#12213f", "#3b1d5e", "#ffc531", "#ffffff");
    static final Template.Fonts NAMES = new Template.Fonts("Anton-Regular", "Montserrat-ExtraBold");

    private Samples() {}

    static CaptionStyle style(String name) {
        return CaptionStyle.read(Path.of("styles"), name);
    }

    /** Words of 0.3 s one after the other; a "|" is a pause of a second. */
    static List<WordTiming> words(String text) {
        List<WordTiming> words = new ArrayList<>();
        double at = 0;
        for (String word : text.split(" ")) {
            if (word.equals("|")) {
                at += 1;
            } else {
                words.add(new WordTiming(word, at, at + 0.3));
                at += 0.3;
            }
        }
        return words;
    }

    /** The speech begins 0.5 s into a segment that begins at 10 s. */
    static AudioTracks.NarratedSegment segment(String text, double seconds) {
        Speech speech = new Speech("speech.wav", seconds, words(text), false, "test");
        return new AudioTracks.NarratedSegment(1, 10, 10 + seconds, 10.5, speech);
    }

    static Segment shown(Segment.Kind kind, Integer number, String text) {
        return new Segment(0, kind, number, "narration", text, List.of("honey bee"), "user");
    }
}

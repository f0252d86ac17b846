package dev.viralvideo.pipeline;

import dev.viralvideo.audio.AudioTracks;
import dev.viralvideo.media.MediaAssets;
import dev.viralvideo.script.Script;
import java.util.ArrayList;
import java.util.List;

/** Every fallback that the stages took: nothing is faked silently. */
final class Degradations {
    private Degradations() {}

    /** A stage that is not done yet is null. */
    static List<String> of(Script script, MediaAssets media, AudioTracks audio) {
        List<String> all = new ArrayList<>();
        if (script != null) {
            all.addAll(script.degradations());
        }
        if (media != null) {
            media.skipped().forEach(file -> all.add("skipped " + file));
            all.addAll(media.degradations());
        }
        if (audio != null) {
            all.addAll(audio.degradations());
        }
        return all;
    }
}

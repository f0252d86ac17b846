package dev.viralvideo.audio;

import java.util.List;

/**
 * What the mix of one project is made of, and where. All files are absolute paths.
 *
 * @param narration mono WAV of the whole length
 * @param music     stereo WAV of the whole length, or null for none
 * @param musicGain dB that brings the music to its place under the voice
 * @param premix    where voice and ducked music are mixed, before mastering; another file each time, for FFmpeg of a worker
 *     that stood still and lost its claim may go on writing into it
 * @param mix       where the finished mix will lie
 * @param musicSource the file that the music was made from, null where there is none
 * @param musicLabel what plays, for the report
 */
public record MixPlan(
        String projectId,
        double seconds,
        List<AudioTracks.NarratedSegment> segments,
        String narration,
        String music,
        double musicGain,
        String musicSource,
        String musicLabel,
        String premix,
        String mix,
        List<String> degradations) {
    public MixPlan {
        segments = List.copyOf(segments);
        degradations = List.copyOf(degradations);
    }

    /** The same with more fallbacks to tell of. */
    public MixPlan degraded(List<String> more) {
        List<String> all = new java.util.ArrayList<>(more);
        all.addAll(degradations);
        return new MixPlan(
                projectId, seconds, segments, narration, music, musicGain, musicSource, musicLabel, premix, mix, all);
    }

    /** The mix until it is measured and finished. */
    String unfinished() {
        return premix.replaceFirst("wav$", "m4a");
    }

    /** Samples a channel of the finished mix. */
    long samples() {
        return Math.round(seconds * WavWriter.RATE);
    }
}

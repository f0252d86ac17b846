package dev.viralvideo.audio;

import dev.viralvideo.stock.Licence;
import java.util.List;

/**
 * The audio stage's result: the finished mix and where each segment lies on it. All times are in seconds from the
 * start of the video and lie on the frame grid where they are cuts.
 *
 * @param mix      claim check: the mastered stereo 48 kHz AAC file (.m4a), exactly {@code seconds} long
 * @param musicSource the file that the music was made from, null where there is none
 * @param musicLicence of music that is a provider's, else null
 * @param music    what plays under the voice: {@code none}, {@code synthesised:<mood>} or the user's file
 */
public record AudioTracks(
        String mix,
        double seconds,
        List<NarratedSegment> segments,
        String music,
        Loudness loudness,
        List<String> degradations,
        String musicSource,
        Licence musicLicence) {
    public AudioTracks {
        segments = List.copyOf(segments);
        degradations = List.copyOf(degradations);
    }

    public AudioTracks(
            String mix,
            double seconds,
            List<NarratedSegment> segments,
            String music,
            Loudness loudness,
            List<String> degradations) {
        this(mix, seconds, segments, music, loudness, degradations, null, null);
    }

    /** Who speaks, each once. */
    public List<String> voices() {
        return segments.stream()
                .map(segment -> segment.speech().voice())
                .distinct()
                .toList();
    }

    /** With the licence of the music, if that is what plays. */
    public AudioTracks credited(FoundMusic found) {
        return music.equals(found.label())
                ? new AudioTracks(mix, seconds, segments, music, loudness, degradations, musicSource, found.licence())
                : this;
    }

    /**
     * @param start       where the segment's picture starts (frame grid); the first is 0
     * @param end         where it ends (frame grid); the last is the length of the video
     * @param speechStart where its first sample of speech lies
     */
    public record NarratedSegment(int index, double start, double end, double speechStart, Speech speech) {}

    /** Measured after encoding: integrated loudness in LUFS (ITU-R BS.1770-4) and true peak in dBTP. */
    public record Loudness(double integratedLufs, double truePeakDbtp) {}
}

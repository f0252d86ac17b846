package dev.viralvideo.video.caption;

import dev.viralvideo.audio.AudioTracks;
import dev.viralvideo.files.AtomicFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The narration as subtitle files: SubRip and WebVTT (W3C), with the same cues. */
public final class Subtitles {
    private Subtitles() {}

    public static void write(AudioTracks tracks, Path srt, Path vtt) {
        List<Cue> cues = SubtitleCues.of(tracks);
        AtomicFile.write(srt, srt(cues).getBytes(StandardCharsets.UTF_8));
        AtomicFile.write(vtt, vtt(cues).getBytes(StandardCharsets.UTF_8));
    }

    public static String srt(AudioTracks tracks) {
        return srt(SubtitleCues.of(tracks));
    }

    public static String vtt(AudioTracks tracks) {
        return vtt(SubtitleCues.of(tracks));
    }

    static String srt(List<Cue> cues) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < cues.size(); i++) {
            Cue cue = cues.get(i);
            text.append(i + 1).append('\n');
            text.append(time(cue.from(), ','))
                    .append(" --> ")
                    .append(time(cue.to(), ','))
                    .append('\n');
            // SubRip cannot escape, and readers take any arrow for a time line
            cue.lines().forEach(line -> text.append(line.replace("-->", "→")).append('\n'));
            text.append('\n');
        }
        return text.toString();
    }

    static String vtt(List<Cue> cues) {
        StringBuilder text = new StringBuilder("WEBVTT\n\n");
        for (Cue cue : cues) {
            text.append(time(cue.from(), '.'))
                    .append(" --> ")
                    .append(time(cue.to(), '.'))
                    .append('\n');
            cue.lines().forEach(line -> text.append(escaped(line)).append('\n'));
            text.append('\n');
        }
        return text.toString();
    }

    private static String escaped(String line) {
        return line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String time(long millis, char decimal) {
        return String.format(
                Locale.ROOT,
                "%02d:%02d:%02d%c%03d",
                millis / 3_600_000,
                millis / 60_000 % 60,
                millis / 1000 % 60,
                decimal,
                millis % 1000);
    }
}

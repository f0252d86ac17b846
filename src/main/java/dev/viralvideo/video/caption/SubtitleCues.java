package dev.viralvideo.video.caption;

import dev.viralvideo.audio.AudioTracks;
import dev.viralvideo.audio.WordTiming;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Cuts the narration into subtitles of at most two lines with the words' own times. The sizes are those of the usual
 * broadcast guidelines: 42 characters a line, up to 7 seconds, at least one second where the next cue allows it.
 */
final class SubtitleCues {
    static final int LINE = 42;
    private static final long SHORTEST = 1000;
    private static final long LONGEST = 7000;
    private static final long PAUSE = 600;
    private static final int SENTENCE = 16;
    private static final Pattern SENTENCE_END = Pattern.compile(".*[.!?…。！？؟][\"'”’»)\\]]*$");

    private SubtitleCues() {}

    static List<Cue> of(AudioTracks tracks) {
        List<Cue> cues = new ArrayList<>();
        for (AudioTracks.NarratedSegment segment : tracks.segments()) {
            List<Word> cue = new ArrayList<>();
            for (Word word : words(segment)) {
                if (!cue.isEmpty() && endsBefore(cue, word)) {
                    cues.add(cue(cue));
                    cue.clear();
                }
                cue.add(word);
            }
            if (!cue.isEmpty()) {
                cues.add(cue(cue));
            }
        }
        return apart(cues, millis(tracks.seconds()));
    }

    private static List<Word> words(AudioTracks.NarratedSegment segment) {
        List<Word> words = new ArrayList<>();
        for (WordTiming timing : segment.speech().words()) {
            String text = Normalizer.normalize(timing.word(), Normalizer.Form.NFC)
                    .replaceAll("[\\p{Cntrl}\\s]+", " ")
                    .strip();
            if (!text.isEmpty()) {
                words.add(new Word(
                        text,
                        millis(segment.speechStart() + timing.start()),
                        millis(segment.speechStart() + timing.end())));
            }
        }
        return words;
    }

    private static boolean endsBefore(List<Word> cue, Word next) {
        Word last = cue.get(cue.size() - 1);
        String text = text(cue);
        return next.from - last.to >= PAUSE
                || next.to - cue.get(0).from > LONGEST
                || SENTENCE_END.matcher(last.text).matches() && text.length() >= SENTENCE
                || !fits(text + " " + next.text);
    }

    private static boolean fits(String text) {
        return lines(text).stream().allMatch(line -> line.length() <= LINE);
    }

    private static Cue cue(List<Word> words) {
        return new Cue(words.get(0).from, words.get(words.size() - 1).to, lines(text(words)));
    }

    private static String text(List<Word> words) {
        return String.join(" ", words.stream().map(Word::text).toList());
    }

    /** One line, or two that are as even as can be. */
    static List<String> lines(String text) {
        if (text.length() <= LINE) {
            return List.of(text);
        }
        int best = -1;
        for (int at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) {
            if (best < 0 || Math.abs(text.length() - 2 * at) < Math.abs(text.length() - 2 * best)) {
                best = at;
            }
        }
        return best < 0 ? List.of(text) : List.of(text.substring(0, best), text.substring(best + 1));
    }

    /** Long enough to be read, without overlap, inside the video. */
    private static List<Cue> apart(List<Cue> cues, long end) {
        List<Cue> apart = new ArrayList<>();
        long earliest = 0;
        for (int i = 0; i < cues.size(); i++) {
            Cue cue = cues.get(i);
            long from = Math.max(earliest, cue.from());
            long next = i + 1 < cues.size() ? Math.max(from + 1, cues.get(i + 1).from()) : Math.max(from + 1, end);
            long wanted = Math.max(cue.to(), from + SHORTEST);
            long to = Math.max(from + 1, Math.min(next, next - wanted < PAUSE / 2 ? next : wanted));
            apart.add(new Cue(from, to, cue.lines()));
            earliest = to;
        }
        return apart;
    }

    private static long millis(double seconds) {
        return Double.isFinite(seconds) ? Math.max(0, Math.round(seconds * 1000)) : 0;
    }

    private record Word(String text, long from, long to) {}
}

package dev.viralvideo.video.caption;

import dev.viralvideo.audio.WordTiming;
import dev.viralvideo.graphics.Face;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Cuts timed words into captions: at punctuation and pauses, then into groups as even as the style allows. A caption
 * stays through a short gap and goes in a longer one; two never overlap.
 */
final class CaptionLayout {
    /** Frames; a gap shorter than this (0.4 s) would only flicker. */
    static final int SHORT_GAP = 12;
    /** Frames; what is shown for less (0.4 s) cannot be read. */
    static final int SHORTEST = 12;
    /** Frames that the highlight stays between two words that follow each other at once. */
    static final int BRIDGE = 3;

    private static final Pattern CLAUSE_END = Pattern.compile(".*[.!?…:;,。！？、،؟—–][\"'”’»)\\]]*$", Pattern.DOTALL);
    private static final Pattern SILENT =
            Pattern.compile("^[\"“”„«»(\\[—–-]+(?=.)|(?<=.)[.,;:…\"“”„«»)\\]—–。、،-]+$", Pattern.DOTALL);

    private static final Pattern ONLY_PUNCTUATION = Pattern.compile("\\p{P}*");

    private final CaptionStyle style;
    private final Face face;

    CaptionLayout(CaptionStyle style, Face face) {
        this.style = style;
        this.face = face;
    }

    /**
     * @param offset seconds from the segment's start to the start of the speech
     * @param frames length of the segment
     */
    List<Caption> captions(List<WordTiming> timings, double offset, int frames) {
        List<Entry> entries = entries(timings, offset, frames);
        List<Caption> captions = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < entries.size(); i++) {
            if (i == entries.size() - 1 || clauseEnds(entries.get(i), entries.get(i + 1))) {
                group(entries.subList(from, i + 1)).forEach(words -> captions.add(caption(words)));
                from = i + 1;
            }
        }
        return held(captions, frames);
    }

    private List<Entry> entries(List<WordTiming> timings, double offset, int frames) {
        List<Entry> entries = new ArrayList<>();
        int earliest = 0;
        for (WordTiming timing : timings) {
            String text = shown(timing.word());
            int from = Math.max(earliest, FrameGrid.frame(offset + timing.start()));
            if (text.isEmpty() || from >= frames) {
                continue;
            }
            int to = Math.min(frames, Math.max(from + 1, FrameGrid.frame(offset + timing.end())));
            entries.add(new Entry(
                    new Caption.Word(text, from, to),
                    CLAUSE_END.matcher(timing.word()).matches()));
            earliest = from + 1;
        }
        return bridged(entries);
    }

    private String shown(String word) {
        String text = style.punctuation() ? word : SILENT.matcher(word).replaceAll("");
        text = face.drawable(text);
        if (ONLY_PUNCTUATION.matcher(text).matches()) {
            return "";
        }
        return style.uppercase() ? text.toUpperCase(Locale.ROOT) : text;
    }

    /** No word runs into the next; a gap of a frame or three is closed, so that the highlight does not flicker. */
    private static List<Entry> bridged(List<Entry> entries) {
        List<Entry> bridged = new ArrayList<>(entries);
        for (int i = 0; i + 1 < bridged.size(); i++) {
            Caption.Word word = bridged.get(i).word;
            int next = bridged.get(i + 1).word.from();
            if (word.to() + BRIDGE >= next) {
                bridged.set(i, new Entry(new Caption.Word(word.text(), word.from(), next), bridged.get(i).ends));
            }
        }
        return bridged;
    }

    private static boolean clauseEnds(Entry entry, Entry next) {
        return entry.ends || next.word.from() - entry.word.to() >= SHORT_GAP;
    }

    /** The split with the fewest groups, and of those the most even one. */
    private List<List<Entry>> group(List<Entry> clause) {
        int n = clause.size();
        double[] cost = new double[n + 1];
        int[] start = new int[n + 1];
        Arrays.fill(cost, 1, n + 1, Double.POSITIVE_INFINITY);
        for (int end = 1; end <= n; end++) {
            for (int from = Math.max(0, end - style.words()); from < end; from++) {
                int letters = letters(clause.subList(from, end));
                boolean allowed = letters <= style.letters() || end - from == 1;
                double each = 4.0 * style.letters() * style.letters();
                double total = allowed ? cost[from] + each + letters * letters : Double.POSITIVE_INFINITY;
                if (total < cost[end]) {
                    cost[end] = total;
                    start[end] = from;
                }
            }
        }
        List<List<Entry>> groups = new ArrayList<>();
        for (int end = n; end > 0; end = start[end]) {
            groups.add(0, clause.subList(start[end], end));
        }
        return groups;
    }

    private static int letters(List<Entry> entries) {
        return entries.stream()
                        .mapToInt(entry -> entry.word.text().length() + 1)
                        .sum()
                - 1;
    }

    private static Caption caption(List<Entry> entries) {
        List<Caption.Word> words = entries.stream().map(Entry::word).toList();
        return new Caption(words.get(0).from(), words.get(words.size() - 1).to(), words);
    }

    private static List<Caption> held(List<Caption> captions, int frames) {
        List<Caption> held = new ArrayList<>();
        for (int i = 0; i < captions.size(); i++) {
            Caption caption = captions.get(i);
            int next = i + 1 < captions.size() ? captions.get(i + 1).from() : frames;
            int wanted = Math.max(caption.to(), caption.from() + SHORTEST);
            int to = next - caption.to() < SHORT_GAP ? next : Math.min(next, wanted);
            held.add(new Caption(caption.from(), to, caption.words()));
        }
        return held;
    }

    private record Entry(Caption.Word word, boolean ends) {}
}

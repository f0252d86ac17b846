package dev.viralvideo.video.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Where a picture is black and where it stands still, in order of time; what {@link PictureDetectors} wrote. */
public record PictureRuns(List<Run> black, List<Run> frozen) {
    private static final Pattern BLACK = Pattern.compile("lavfi\\.black_(start|end)=([0-9.]+)");
    private static final Pattern FROZEN = Pattern.compile("lavfi\\.freezedetect\\.freeze_(start|end)=([0-9.]+)");

    public PictureRuns {
        black = List.copyOf(black);
        frozen = List.copyOf(frozen);
    }

    /** In seconds. */
    public record Run(double start, double end) {
        double length() {
            return end - start;
        }
    }

    /** @param seconds how long the picture is: a run that has no end lasts until then */
    public static PictureRuns read(String messages, double seconds) {
        return new PictureRuns(runs(BLACK, messages, seconds), runs(FROZEN, messages, seconds));
    }

    /**
     * One after the other. What lasts to the end of this and begins at the start of the next is taken for one run.
     *
     * @param seconds how long this is
     */
    public PictureRuns then(double seconds, PictureRuns next) {
        return new PictureRuns(then(black, seconds, next.black), then(frozen, seconds, next.frozen));
    }

    public double longestBlack() {
        return longest(black);
    }

    public double longestFrozen() {
        return longest(frozen);
    }

    private static List<Run> runs(Pattern event, String messages, double seconds) {
        List<Run> runs = new ArrayList<>();
        double start = 0; // where the messages were too many, they begin in the middle of a run
        boolean open = false;
        for (MatchResult result : event.matcher(messages).results().toList()) {
            double time = Double.parseDouble(result.group(2));
            open = result.group(1).equals("start");
            if (open) {
                start = time;
            } else {
                runs.add(new Run(start, time));
            }
        }
        if (open) {
            runs.add(new Run(start, seconds));
        }
        return runs;
    }

    private static List<Run> then(List<Run> runs, double seconds, List<Run> next) {
        List<Run> all = new ArrayList<>(runs);
        for (Run run : next) {
            Run later = new Run(seconds + run.start(), seconds + run.end());
            boolean goesOn = run.start() == 0
                    && !all.isEmpty()
                    && all.get(all.size() - 1).end() >= seconds;
            if (goesOn) {
                later = new Run(all.remove(all.size() - 1).start(), later.end());
            }
            all.add(later);
        }
        return all;
    }

    private static double longest(List<Run> runs) {
        return runs.stream().mapToDouble(Run::length).max().orElse(0);
    }
}

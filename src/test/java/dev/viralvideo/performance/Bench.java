package dev.viralvideo.performance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Everything that {@code docs/figures.md} claims, measured in one run: {@code ./vvg make} with a script and media of its
 * own at three lengths, and the limit for the middle one, in turn, so that a noisy neighbour disturbs all alike.
 * Arguments: {@code --quick} for one short round that only shows that the bench works, {@code --rounds=N} for other
 * than three, {@code --long-once} to make the longest video in the first round only, which takes half the time.
 */
public final class Bench {
    private static final int ROUNDS = 3;
    private static final Path FOLDER = Path.of("target", "bench").toAbsolutePath();

    private Bench() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        boolean quick = List.of(arguments).contains("--quick");
        boolean longOnce = List.of(arguments).contains("--long-once");
        int count = quick ? 1 : rounds(arguments);
        int[] lengths = quick ? new int[] {10, 15, 20} : new int[] {15, 45, 180};
        BenchFootage footage = new BenchFootage(FOLDER.resolve("footage"));
        Path home = FOLDER.resolve("home");
        Map<Integer, BenchTopic> topics = new TreeMap<>();
        for (int length : lengths) {
            topics.put(length, BenchTopic.of(FOLDER, footage, length));
        }
        told("first run: builds, unpacks FFmpeg and makes the database");
        MakeRun.of(topics.get(lengths[0]), home);
        told("the frames of the limit");
        Path frames = Limit.frames(topics.get(lengths[1]), home);
        List<Round> rounds = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            told("round " + i);
            MakeRun longest = longOnce && i > 1 ? rounds.get(0).large() : null;
            rounds.add(round(lengths, topics, home, frames, longest));
        }
        Figures figures = new Figures(rounds);
        System.out.print(figures.table());
        Path page = quick ? FOLDER.resolve("quick.md") : Path.of("docs", "figures.md");
        figures.writeInto(page);
        told("written to " + Path.of("").toAbsolutePath().relativize(page.toAbsolutePath()));
    }

    private static int rounds(String[] arguments) {
        for (String argument : arguments) {
            if (argument.startsWith("--rounds=")) {
                return Integer.parseInt(argument.substring("--rounds=".length()));
            }
        }
        return ROUNDS;
    }

    /** @param longest what is taken for the longest video in place of making it again, or null */
    private static Round round(int[] lengths, Map<Integer, BenchTopic> topics, Path home, Path frames, MakeRun longest)
            throws IOException, InterruptedException {
        MakeRun little = made(lengths[0], topics, home);
        MakeRun middle = made(lengths[1], topics, home);
        Limit limit = Limit.of(frames, FOLDER);
        told("  limit " + limit);
        MakeRun large = longest == null ? made(lengths[2], topics, home) : longest;
        return new Round(little, middle, large, limit);
    }

    private static MakeRun made(int length, Map<Integer, BenchTopic> topics, Path home)
            throws IOException, InterruptedException {
        MakeRun run = MakeRun.of(topics.get(length), home);
        told("  " + length + " s: " + run);
        return run;
    }

    private static void told(String line) {
        System.err.println(line);
    }
}

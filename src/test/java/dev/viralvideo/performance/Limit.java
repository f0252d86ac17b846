package dev.viralvideo.performance;

import dev.viralvideo.video.Footage;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The least that a finished video can cost: its very frames, decoded beforehand, encoded with the same settings and as
 * many threads as FFmpeg likes. The frames are those that the renderer gives to its encoder, as near as they can be
 * had: from the same video made once more with hardly any loss. (What has been through the real encoder is smoother, and
 * 8 % cheaper to encode again.)
 */
record Limit(double wall, double cpu) {
    private static final String[] HARDLY_ANY_LOSS = {"vvg.video.preset=ultrafast", "vvg.video.crf=1"};

    /** The video whose frames are to be encoded. */
    static Path frames(BenchTopic topic, Path home) throws IOException, InterruptedException {
        return MakeRun.of(topic, home, HARDLY_ANY_LOSS).video();
    }

    /** @param video of {@link #frames} */
    static Limit of(Path video, Path folder) throws IOException {
        Path raw = folder.resolve("finished.yuv");
        try {
            Footage.run(List.of("-i", video.toString(), "-f", "rawvideo", raw.toString()));
            settle(raw);
            double cpu = ProcessTree.cpuOfEndedChildren();
            long start = System.nanoTime();
            Footage.run(arguments(raw, folder.resolve("limit.mp4")));
            return new Limit((System.nanoTime() - start) / 1e9, ProcessTree.cpuOfEndedChildren() - cpu);
        } finally {
            Files.deleteIfExists(raw);
        }
    }

    /** The frames must not be on their way to the disk while they are encoded. */
    private static void settle(Path raw) throws IOException {
        try (FileChannel channel = FileChannel.open(raw, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static List<String> arguments(Path raw, Path output) {
        String input = "-f rawvideo -pix_fmt yuv420p -s 1080x1920 -r 30 -i";
        String encoder = "-c:v libx264 -profile:v high -preset veryfast -crf 20 -g 60";
        List<String> arguments = new ArrayList<>(List.of(input.split(" ")));
        arguments.add(raw.toString());
        arguments.addAll(List.of(encoder.split(" ")));
        arguments.add(output.toString());
        return arguments;
    }
}

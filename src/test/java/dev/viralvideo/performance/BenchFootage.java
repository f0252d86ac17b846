package dev.viralvideo.performance;

import dev.viralvideo.video.Footage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What stock footage is like, made here: 1080p clips that move and are full of detail, and 12-megapixel stills.
 */
final class BenchFootage {
    private static final int SOURCES = 9;

    private final Path folder;
    private final List<Path> sources = new ArrayList<>();

    BenchFootage(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        for (int i = 0; i < SOURCES; i++) {
            sources.add(i % 2 == 0 ? movingPicture(i) : still(i));
        }
    }

    /** A clip at even numbers, a still at odd ones; nine in all, then again from the first. */
    Path source(int number) {
        return sources.get(number % SOURCES);
    }

    private Path movingPicture(int index) {
        return made(
                "clip-" + index + ".mp4",
                "-f",
                "lavfi",
                "-i",
                "mandelbrot=s=960x540:rate=30:maxiter=400:end_pts=250:start_scale=" + (0.3 - 0.02 * index)
                        + ":end_scale=0.02",
                "-vf",
                "scale=1920:1080:flags=bicubic,noise=alls=4:allf=t:all_seed=" + index,
                "-t",
                "7",
                "-c:v",
                "libx264",
                "-preset",
                "veryfast",
                "-crf",
                "22",
                "-pix_fmt",
                "yuv420p");
    }

    private Path still(int index) {
        return made(
                "still-" + index + ".jpg",
                "-f",
                "lavfi",
                "-i",
                "mandelbrot=s=1200x900:maxiter=800:start_scale=" + (0.02 + 0.01 * index),
                "-vf",
                "scale=4000:3000:flags=bicubic,noise=alls=8:all_seed=" + index + ",format=yuvj420p",
                "-frames:v",
                "1",
                "-q:v",
                "3",
                "-update",
                "1");
    }

    private Path made(String name, String... arguments) {
        Path file = folder.resolve(name);
        return Files.exists(file) ? file : Footage.make(file, arguments);
    }
}

package dev.viralvideo.performance;

import dev.viralvideo.media.Clip;
import dev.viralvideo.video.Footage;
import dev.viralvideo.video.Overlay;
import dev.viralvideo.video.Shots;
import dev.viralvideo.video.SourceFormat;
import dev.viralvideo.video.SourceInspection;
import dev.viralvideo.video.Timeline;
import dev.viralvideo.video.Transition;
import dev.viralvideo.video.Transitions;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;

/**
 * What stock footage is like, made here: 1080p clips that move and are full of detail, 12-megapixel stills, a title
 * and captions that change three times a second.
 */
final class BenchFootage {
    private static final int SECONDS_A_SEGMENT = 5;
    private static final int FPS = 30;

    private final Path folder;
    private final List<Clip> clips = new ArrayList<>();
    private final List<SourceFormat> formats = new ArrayList<>();

    BenchFootage(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        SourceInspection inspection = new SourceInspection(Footage.FFMPEG);
        for (int i = 0; i < 9; i++) {
            Clip clip = i % 2 == 0 ? Shots.video(movingPicture(i).toString(), 7) : Shots.still(still(i).toString());
            clips.add(clip);
            formats.add(inspection.of("bench", clip));
        }
    }

    /** Clips and stills in turn, five seconds each, with half a second of transition. */
    Timeline timeline(int seconds) throws IOException {
        Transition slide = new Transitions(Path.of("styles", "transitions")).named("slide-left");
        Overlay title = new Overlay(strip(0).toString(), false, 90, 260, 900, 260, 0.2, 3, Overlay.Entrance.RISE);
        Overlay captions = new Overlay(
                captions().toString(), true, 90, 1300, 900, 260, 0, SECONDS_A_SEGMENT, Overlay.Entrance.NONE);
        Shots shots = Shots.on(1080, 1920);
        for (int i = 0; i < seconds / SECONDS_A_SEGMENT; i++) {
            shots.shot(
                    SECONDS_A_SEGMENT * FPS,
                    clips.get(i % 9),
                    formats.get(i % 9),
                    slide,
                    i == 0 ? 0 : 15,
                    title,
                    captions);
        }
        return shots.timeline();
    }

    Path sound(int seconds) {
        return made("sound-" + seconds + ".m4a", "-f", "lavfi", "-i", "sine=f=330:d=" + seconds, "-c:a", "aac");
    }

    /** A clip at even numbers, a still at odd ones; nine in all, then again from the first. */
    Path source(int number) {
        return Path.of(clips.get(number % 9).file());
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

    private Path captions() throws IOException {
        StringBuilder list = new StringBuilder("ffconcat version 1.0\n");
        for (int i = 0; i < 15; i++) {
            list.append("file ").append(strip(i).getFileName()).append("\noption framerate 30\nduration 0.333333\n");
        }
        return Files.writeString(folder.resolve("captions.ffconcat"), list);
    }

    private Path strip(int index) throws IOException {
        Path file = folder.resolve("strip-" + index + ".png");
        BufferedImage image = new BufferedImage(900, 260, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        Random random = new Random(index);
        for (int letter = 0; letter < 14; letter++) {
            graphics.setColor(letter == index % 14 ? Color.ORANGE : Color.WHITE);
            graphics.fillOval(60 * letter, 60 + random.nextInt(60), 48, 90);
        }
        graphics.dispose();
        ImageIO.write(image, "png", file.toFile());
        return file;
    }
}

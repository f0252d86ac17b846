package dev.viralvideo.media;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.failure.IoReason;
import dev.viralvideo.ffmpeg.Ffmpeg;
import dev.viralvideo.ffmpeg.FfmpegCommand;
import dev.viralvideo.ffmpeg.MediaInfo;
import dev.viralvideo.ffmpeg.PictureFormat;
import dev.viralvideo.ffmpeg.ProgressListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a picture looks like in 64 bits (difference hash): whether each of 8×8 spots is brighter than the one to its
 * right. Scaling and compressing change few of them, so the same work from two providers is known again.
 */
public final class PictureHash {
    /** Of a picture that shows too little to be told from others: a plain colour, a black first frame. */
    public static final long NOTHING = 0;

    private static final int COLUMNS = 9;
    private static final int ROWS = 8;
    private static final int MOST_DIFFERENT_BITS = 5;
    private static final int FEWEST_TELLING_SPOTS = 8;
    /** Grey levels of 256 that a spot must differ by to tell anything. */
    private static final int TELLING = 3;
    /** A camera that moves over a still whose grey levels differ by less shows no movement: it would pass for frozen. */
    private static final int PLAIN = 8;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Ffmpeg ffmpeg;

    public PictureHash(Ffmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    /**
     * What one frame of a file shows.
     *
     * @param hash  {@link #NOTHING} where there is too little to tell
     * @param plain whether it is all of one colour
     */
    record Look(long hash, boolean plain) {
        private static final Look NONE = new Look(NOTHING, false);
    }

    /**
     * Of a still, or of the frame a third into a video, but no later than at 3 s.
     *
     * @param pixels a file to work with; it does not stay
     */
    Look of(String owner, Path file, MediaInfo info, Path pixels) {
        double at = info.still() ? 0 : Math.min(3, info.seconds() / 3);
        try {
            ffmpeg.run(command(owner, file, pixels, at), ProgressListener.NONE);
            byte[] grey = Files.readAllBytes(pixels);
            return grey.length < COLUMNS * ROWS ? Look.NONE : new Look(hash(grey), plain(grey));
        } catch (Failure.Processing e) {
            return Look.NONE;
        } catch (IOException e) {
            throw new Failure.Resource("FILE_ACCESS", "cannot read " + pixels + ": " + IoReason.of(e), e);
        } finally {
            deleteQuietly(pixels);
        }
    }

    static boolean plain(byte[] grey) {
        int darkest = 255;
        int brightest = 0;
        for (byte level : grey) {
            darkest = Math.min(darkest, level & 0xFF);
            brightest = Math.max(brightest, level & 0xFF);
        }
        return brightest - darkest < PLAIN;
    }

    /** Whether two pictures are so alike that a viewer would take them for the same. */
    public static boolean alike(long one, long other) {
        return one != NOTHING && other != NOTHING && Long.bitCount(one ^ other) <= MOST_DIFFERENT_BITS;
    }

    static long hash(byte[] grey) {
        long hash = 0;
        int telling = 0;
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS - 1; column++) {
                int at = row * COLUMNS + column;
                int difference = (grey[at] & 0xFF) - (grey[at + 1] & 0xFF);
                telling += Math.abs(difference) >= TELLING ? 1 : 0;
                hash = hash << 1 | (difference > 0 ? 1 : 0);
            }
        }
        return telling < FEWEST_TELLING_SPOTS ? NOTHING : hash;
    }

    private static FfmpegCommand command(String owner, Path file, Path pixels, double at) {
        List<String> arguments = new ArrayList<>(List.of("-ss", String.format(Locale.ROOT, "%.2f", at)));
        arguments.addAll(PictureFormat.input(file));
        arguments.addAll(List.of("-map", "0:v:0", "-frames:v", "1"));
        arguments.addAll(List.of("-vf", "scale=" + COLUMNS + ":" + ROWS + ":flags=area,format=gray"));
        arguments.addAll(List.of("-f", "rawvideo", "file:" + pixels));
        return new FfmpegCommand(owner, "look of a clip", arguments, PATIENCE, 0);
    }

    private static void deleteQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // goes with the work folder
        }
    }
}

package dev.viralvideo.ffmpeg;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** Reads what {@code -progress} writes: blocks of {@code key=value} lines. */
final class Progress {
    private static final String FRAME = "frame=";

    private final FfmpegCommand command;
    private final ProgressListener listener;

    Progress(FfmpegCommand command, ProgressListener listener) {
        this.command = command;
        this.listener = listener;
    }

    void readAll(InputStream in) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(FRAME)) {
                tell(line.substring(FRAME.length()).strip());
            }
        }
    }

    private void tell(String frame) {
        try {
            listener.at(command, Long.parseLong(frame));
        } catch (RuntimeException e) {
            // a listener that fails, or a number we do not know, must not stop the reading: FFmpeg would block
        }
    }
}

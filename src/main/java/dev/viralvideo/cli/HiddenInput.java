package dev.viralvideo.cli;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.failure.IoReason;
import java.io.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A value that nobody may see: typed unseen, or piped in; never an argument, which other users and the shell see. */
final class HiddenInput {
    private static final int LONGEST = 16_384;

    private HiddenInput() {}

    static String read(String prompt) {
        Console console = System.console();
        if (console != null) {
            char[] typed = console.readPassword("%s", prompt);
            return typed == null ? "" : new String(typed).strip();
        }
        try {
            return new String(System.in.readNBytes(LONGEST), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new Failure.Resource("NO_INPUT", "standard input cannot be read: " + IoReason.of(e), e);
        }
    }
}

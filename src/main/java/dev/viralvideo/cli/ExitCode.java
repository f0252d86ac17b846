package dev.viralvideo.cli;

import dev.viralvideo.failure.Failure.Category;

/** What the command leaves in {@code $?}. An interrupted command leaves 130, as every program ended by Ctrl-C. */
final class ExitCode {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int WRONG_USE = 2;

    private ExitCode() {}

    static int of(Category category) {
        return category == Category.VALIDATION || category == Category.CONFIGURATION ? WRONG_USE : FAILED;
    }
}

package dev.viralvideo.keys;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** Stands for a throwable in the log: same name, stack trace and causes, messages without secrets. */
final class MaskedThrowable extends Throwable {
    private static final long serialVersionUID = 1;

    private final String shown;

    private MaskedThrowable(String shown, Throwable cause) {
        super(shown, cause, true, true);
        this.shown = shown;
    }

    /** The throwable itself when there is nothing in it to hide. */
    static Throwable of(Throwable thrown) {
        return thrown == null || !tells(thrown, seen()) ? thrown : copy(thrown, seen());
    }

    private static boolean tells(Throwable thrown, Set<Throwable> seen) {
        if (thrown == null || !seen.add(thrown)) {
            return false;
        }
        String text = String.valueOf(thrown);
        boolean here = !text.equals(Masking.OF_THIS_PROCESS.mask(text));
        for (Throwable suppressed : thrown.getSuppressed()) {
            here |= tells(suppressed, seen);
        }
        return tells(thrown.getCause(), seen) || here;
    }

    private static Throwable copy(Throwable thrown, Set<Throwable> seen) {
        if (thrown == null || !seen.add(thrown)) {
            return null;
        }
        MaskedThrowable copy = new MaskedThrowable(
                Masking.OF_THIS_PROCESS.mask(String.valueOf(thrown)), copy(thrown.getCause(), seen));
        copy.setStackTrace(thrown.getStackTrace());
        for (Throwable suppressed : thrown.getSuppressed()) {
            Throwable masked = copy(suppressed, seen);
            if (masked != null) {
                copy.addSuppressed(masked);
            }
        }
        return copy;
    }

    private static Set<Throwable> seen() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    @Override
    public String toString() {
        return shown;
    }
}

package dev.viralvideo.intake;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** File names as they can be shown and made: a name may hold anything but a slash. */
final class Names {
    /** Most bytes of a name on the usual file systems. */
    private static final int LONGEST = 255;

    private Names() {}

    /** One line, whatever the name holds. */
    static String shown(Path file) {
        return oneLine(String.valueOf(file.getFileName()));
    }

    static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]", "?");
    }

    /** A name with an addition before its ending, for example {@code topics-2.txt}; shortened where it must be. */
    static String with(String name, String addition, String more) {
        int dot = name.lastIndexOf('.');
        String ending = (dot > 0 ? name.substring(dot) : "") + more;
        String stem = dot > 0 ? name.substring(0, dot) : name;
        String tail = addition + ending;
        while (!stem.isEmpty() && bytes(stem + tail) > LONGEST) {
            stem = stem.substring(0, stem.offsetByCodePoints(stem.length(), -1));
        }
        return stem + tail;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}

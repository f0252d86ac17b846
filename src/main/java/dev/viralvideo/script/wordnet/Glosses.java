package dev.viralvideo.script.wordnet;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** All glosses as one text, to look up where a phrase is used. */
final class Glosses {
    private final String text;
    private final int[] starts;
    private final int[] offsets;

    /** @param data the text of {@code data.noun} */
    Glosses(String data) {
        StringBuilder glosses = new StringBuilder(data.length() / 2);
        int[] begins = new int[100_000];
        int[] keys = new int[100_000];
        int count = 0;
        int end;
        for (int line = 0; line < data.length(); line = end + 1) {
            end = data.indexOf('\n', line);
            end = end < 0 ? data.length() : end;
            int bar = data.indexOf(" | ", line);
            if (bar < 0 || bar > end || data.charAt(line) == ' ') {
                continue; // the licence stands before the data
            }
            begins[count] = glosses.length();
            keys[count++] = Integer.parseInt(data, line, line + 8, 10);
            glosses.append(data, bar + 2, end).append('\n');
        }
        this.text = glosses.toString();
        this.starts = Arrays.copyOf(begins, count);
        this.offsets = Arrays.copyOf(keys, count);
    }

    /** Offsets of the meanings whose gloss has this phrase as whole words, in their order; at most {@code most}. */
    List<Integer> mentioning(String phrase, int most) {
        Set<Integer> found = new TreeSet<>();
        for (int at = next(phrase, 0); at >= 0 && found.size() < most; at = next(phrase, at + 1)) {
            int line = Arrays.binarySearch(starts, at);
            found.add(offsets[line >= 0 ? line : -line - 2]);
        }
        return List.copyOf(found);
    }

    /** Whether any gloss says exactly this and does not go on to a longer name. */
    boolean say(String phrase) {
        for (int at = next(phrase, 0); at >= 0; at = next(phrase, at + 1)) {
            if (!goesOn(at + phrase.length())) {
                return true;
            }
        }
        return false;
    }

    /** Whether the glosses put "the" before this name more often than not. */
    boolean sayWithThe(String name) {
        int with = 0;
        int without = 0;
        for (int at = next(name, 0); at >= 0; at = next(name, at + 1)) {
            if (goesOn(at + name.length()) || text.charAt(at - 1) != ' ') {
                continue;
            }
            boolean the = at >= 4 && text.startsWith("the ", at - 4);
            with += the ? 1 : 0;
            without += !the && at >= 2 && Character.isLetter(text.charAt(at - 2)) ? 1 : 0;
        }
        return with > without;
    }

    private int next(String phrase, int from) {
        int at = text.indexOf(phrase, from);
        while (at >= 0 && (at == 0 || isPart(text.charAt(at - 1)) || isPart(text.charAt(at + phrase.length())))) {
            at = text.indexOf(phrase, at + 1);
        }
        return at;
    }

    private boolean goesOn(int end) {
        return text.charAt(end) == ' ' && Character.isUpperCase(text.charAt(end + 1));
    }

    private static boolean isPart(char c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '_';
    }
}

package dev.viralvideo.video.caption;

import java.util.List;

/** A few words that are shown together. Frames count from the segment's start; {@code to} is exclusive. */
record Caption(int from, int to, List<Word> words) {
    /** A word as it is shown, and while which frames it is spoken. */
    record Word(String text, int from, int to) {}

    Caption {
        words = List.copyOf(words);
    }

    List<String> texts() {
        return words.stream().map(Word::text).toList();
    }
}

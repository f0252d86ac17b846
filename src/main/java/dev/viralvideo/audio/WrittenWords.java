package dev.viralvideo.audio;

import java.util.ArrayList;
import java.util.List;

/** The words of a text as captions show them, in any language: a mark that is not spoken goes with its neighbour. */
final class WrittenWords {
    private WrittenWords() {}

    static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder before = new StringBuilder();
        for (WrittenWord word : WrittenWord.in(text)) {
            if (word.speakable()) {
                words.add(before + word.written());
                before.setLength(0);
            } else if (word.mark() && words.isEmpty()) {
                before.append(word.written()).append(' ');
            } else if (word.mark()) {
                words.add(words.remove(words.size() - 1) + " " + word.written());
            }
        }
        return words;
    }
}

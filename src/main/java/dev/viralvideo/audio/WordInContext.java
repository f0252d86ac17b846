package dev.viralvideo.audio;

import java.util.List;
import java.util.Locale;

/**
 * A word among its neighbours.
 *
 * @param shouted the whole text is in capitals, so that capitals mean nothing
 */
record WordInContext(List<WrittenWord> words, int index, boolean shouted) {
    WrittenWord word() {
        return words.get(index);
    }

    /** The word before without its punctuation, or empty. */
    String before() {
        return index == 0 ? "" : words.get(index - 1).core();
    }

    String beforeInLowerCase() {
        return before().toLowerCase(Locale.ROOT);
    }

    /** The word after, or empty when there is none or a pause lies between. */
    String next() {
        boolean none = index == words.size() - 1 || word().pause() != SpokenWord.Pause.NONE;
        return none ? "" : words.get(index + 1).core();
    }

    /** The word after, whatever lies between, or empty. */
    String following() {
        return index == words.size() - 1 ? "" : words.get(index + 1).core();
    }

    boolean startsSentence() {
        return index == 0 || words.get(index - 1).pause().ordinal() >= SpokenWord.Pause.SENTENCE.ordinal();
    }
}

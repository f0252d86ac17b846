package dev.viralvideo.audio;

import java.util.List;

/**
 * A word as it is written, and what is said for it.
 *
 * @param pieces what is spoken, in order; at least one
 */
record SpokenWord(String written, List<Piece> pieces, Pause pause) {
    /** How the voice goes on after the word. */
    enum Pause {
        NONE(""),
        PHRASE(","),
        SENTENCE("."),
        QUESTION("?"),
        EXCLAMATION("!");

        final String mark;

        Pause(String mark) {
            this.mark = mark;
        }
    }

    /**
     * @param text   only A–Z, a–z and apostrophes
     * @param phones its sound where the voice would not know, else null
     */
    record Piece(String text, String phones) {}

    SpokenWord {
        pieces = List.copyOf(pieces);
    }
}

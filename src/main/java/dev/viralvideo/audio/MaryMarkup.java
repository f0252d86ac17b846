package dev.viralvideo.audio;

import java.util.List;

/**
 * What MaryTTS is given: every word as a token of its own that carries the word's number, so that no guess is needed
 * to tell which sound belongs to which written word.
 */
final class MaryMarkup {
    /** Attribute of a token; MaryTTS hands it through to the first of the tokens it may split it into. */
    static final String WORD = "word";

    private MaryMarkup() {}

    static String of(List<SpokenWord> words) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                + "<maryxml version=\"0.5\" xmlns=\"http://mary.dfki.de/2002/MaryXML\" xml:lang=\"en-US\"><p>");
        for (int i = 0; i < words.size(); i++) {
            for (SpokenWord.Piece piece : words.get(i).pieces()) {
                xml.append(token(i, piece));
            }
            xml.append(words.get(i).pause().mark).append(' ');
        }
        if (words.get(words.size() - 1).pause().ordinal() < SpokenWord.Pause.SENTENCE.ordinal()) {
            xml.append('.');
        }
        return xml.append("</p></maryxml>").toString();
    }

    private static String token(int word, SpokenWord.Piece piece) {
        String phones = piece.phones() == null ? "" : " ph=\"" + piece.phones() + "\"";
        // a lone apostrophe at either end would become a token of its own
        String text = piece.text().replaceAll("^'+|'+$", "");
        return "<t " + WORD + "=\"" + word + "\"" + phones + ">" + text + "</t> ";
    }
}

package dev.viralvideo.script.wordnet;

/**
 * How a meaning is named in a sentence.
 *
 * @param subject with its article, at the start of a sentence ("The whale shark", "Espresso", "Cotopaxi")
 * @param lemma   the plain word, for titles and searches
 * @param plural  whether the verb behind it stands in the plural
 */
record SpokenName(String subject, String lemma, boolean plural) {
    /** Within a sentence: "the whale shark". */
    String inside() {
        return isProper(lemma) && subject.startsWith(lemma)
                ? subject
                : Character.toLowerCase(subject.charAt(0)) + subject.substring(1);
    }

    static boolean isProper(String lemma) {
        return Character.isUpperCase(lemma.charAt(0));
    }

    static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}

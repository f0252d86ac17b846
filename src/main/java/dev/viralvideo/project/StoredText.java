package dev.viralvideo.project;

import dev.viralvideo.json.Json;

/** Makes any text storable in both databases: PostgreSQL refuses NUL, and no UTF-8 exists for half a surrogate pair. */
final class StoredText {
    private StoredText() {}

    static String clean(String text) {
        if (text == null) {
            return null;
        }
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> clean.appendCodePoint(storable(c) ? c : 0xFFFD));
        return clean.toString();
    }

    static String json(Object value) {
        return clean(Json.write(value));
    }

    private static boolean storable(int codePoint) {
        return codePoint != 0 && !(codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
    }
}

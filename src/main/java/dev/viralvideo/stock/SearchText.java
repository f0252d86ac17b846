package dev.viralvideo.stock;

/** Search terms as every provider takes them: bare words, for some read operators, field names or quotes in a query. */
public final class SearchText {
    /** Shorter than any provider's limit. */
    private static final int LONGEST = 100;

    private SearchText() {}

    /** Letters, digits and single spaces, cut between words. */
    public static String of(String term) {
        String words = term.replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ").strip();
        if (words.length() <= LONGEST) {
            return words;
        }
        int space = words.lastIndexOf(' ', LONGEST);
        return words.substring(0, space > 0 ? space : LONGEST);
    }
}

package dev.viralvideo.video.output;

import java.text.Normalizer;
import java.util.Locale;

/** The part of a folder's name that tells people what is in it: a–z, 0–9 and hyphens only, safe on any file system. */
public final class Slug {
    private static final int LONGEST = 60;
    private static final String FALLBACK = "video";

    private Slug() {}

    /** What cannot be written with these letters (emoji, other alphabets) is left out; nothing left is "video". */
    public static String of(String topic) {
        String plain = Normalizer.normalize(topic.replace("ß", "ss"), Normalizer.Form.NFKD)
                .replaceAll("[\\p{M}'’]", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        String slug = plain.length() <= LONGEST ? plain : shortened(plain);
        return slug.isEmpty() ? FALLBACK : slug;
    }

    /** At a word's end if there is one. */
    private static String shortened(String plain) {
        String cut = plain.substring(0, LONGEST + 1);
        int end = cut.lastIndexOf('-');
        return end > LONGEST / 2 ? cut.substring(0, end) : cut.substring(0, LONGEST);
    }
}

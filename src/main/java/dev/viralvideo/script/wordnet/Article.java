package dev.viralvideo.script.wordnet;

import java.util.regex.Pattern;

/** Chooses between "a" and "an" by sound. */
final class Article {
    private static final Pattern VOWEL =
            Pattern.compile("(?i)^([aeiou]|hour|honest|honou?r|heir|8|11\\D|18\\D|[FHLMNRSX](-|\\b)).*");
    private static final Pattern NO_VOWEL = Pattern.compile(
            "(?i)^(uni([^nm]|mp)|uni$|us(e|ua|ur|ag)|eu|ewe|one\\b|once\\b|ubiq|ura[nl]|ut[ei]|u-|u\\b).*");

    private Article() {}

    static String indefinite(String phrase) {
        return VOWEL.matcher(phrase).matches() && !NO_VOWEL.matcher(phrase).matches() ? "an" : "a";
    }
}

package dev.viralvideo.stock;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A licence as providers write it (a deed's address, a short code, a name) made into one code. What is not recognised
 * is no licence: such a work is not used.
 *
 * @param code {@code CC-BY-SA-4.0}, {@code CC0-1.0}, {@code PDM-1.0}, or a provider's own such as {@code pexels}
 * @param url  of the deed, null when there is none
 */
record LicenceTerms(String code, String name, String url) {
    private static final Pattern DEED = Pattern.compile(
            "(?i)https?://(?:www\\.)?creativecommons\\.org/(licenses|publicdomain)/([a-z+-]+)(?:/(\\d\\.\\d))?.*");
    private static final Pattern VERSION = Pattern.compile("(\\d\\.\\d)");

    /**
     * @param text    a deed's address, a code ({@code by-sa}) or a name ({@code CC BY-SA 4.0}); may be null
     * @param version when it is told apart, or null
     * @param url     of the deed, when it is told apart, or null
     */
    static Optional<LicenceTerms> of(String text, String version, String url) {
        if (text == null || text.isBlank()) {
            return url == null || url.isBlank() ? Optional.empty() : of(url, null, null);
        }
        Matcher deed = DEED.matcher(text.strip());
        if (deed.matches()) {
            String element = deed.group(1).equalsIgnoreCase("licenses") ? deed.group(2) : domain(deed.group(2));
            return terms(element, deed.group(3) == null ? version : deed.group(3));
        }
        Matcher found = VERSION.matcher(text);
        return terms(elements(text), version == null && found.find() ? found.group(1) : version);
    }

    private static String domain(String element) {
        return element.equalsIgnoreCase("zero") ? "cc0" : "pdm";
    }

    /** The elements in a name, in the usual order: "Attribution NonCommercial" is by-nc. */
    private static String elements(String name) {
        String text = name.toLowerCase(Locale.ROOT).replaceAll("\\d\\.\\d", " ").strip();
        if (text.matches("(cc[ -]?0|cc[ -]?zero|creative commons 0|cc0).*")) {
            return "cc0";
        }
        if (text.matches("(pdm|public domain( mark)?|pd|pd[- ].*)")) {
            return "pdm";
        }
        if (text.contains("sampling")) {
            return "sampling";
        }
        String words = text.replace("noncommercial", "nc")
                .replace("non-commercial", "nc")
                .replace("noderivatives", "nd")
                .replace("no derivatives", "nd")
                .replace("noderivs", "nd")
                .replace("no derivs", "nd")
                .replace("sharealike", "sa")
                .replace("share alike", "sa")
                .replace("share-alike", "sa")
                .replace("attribution", "by")
                .replaceAll("^creative commons|^cc", "")
                .replaceAll("\\b(international|unported|generic|licen[cs]e)\\b", "")
                .replaceAll("[^a-z]+", "-")
                .replaceAll("^-+|-+$", "");
        // the versions for single countries end in their letters: "CC BY-SA 3.0 de"
        return words.matches("by(-nc)?(-nd|-sa)?-[a-z]{2}") && !words.matches(".*-(nc|nd|sa)")
                ? words.substring(0, words.length() - 3)
                : words;
    }

    private static Optional<LicenceTerms> terms(String written, String version) {
        String element = written.toLowerCase(Locale.ROOT);
        return switch (element) {
            case "cc0" ->
                Optional.of(
                        new LicenceTerms("CC0-1.0", "CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"));
            case "pdm" ->
                Optional.of(new LicenceTerms(
                        "PDM-1.0", "public domain", "https://creativecommons.org/publicdomain/mark/1.0/"));
            case "by", "by-sa", "by-nc", "by-nd", "by-nc-sa", "by-nc-nd", "by-nd-nc", "by-sa-nc" ->
                Optional.of(commons(element, version));
            default -> Optional.empty();
        };
    }

    private static LicenceTerms commons(String element, String version) {
        String number = version == null || !version.strip().matches("\\d\\.\\d") ? null : version.strip();
        String suffix = number == null ? "" : "-" + number;
        return new LicenceTerms(
                "CC-" + element.toUpperCase(Locale.ROOT) + suffix,
                "CC " + element.toUpperCase(Locale.ROOT) + (number == null ? "" : " " + number),
                "https://creativecommons.org/licenses/" + element + "/" + (number == null ? "" : number + "/"));
    }
}

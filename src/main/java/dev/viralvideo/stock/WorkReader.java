package dev.viralvideo.stock;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads works from what a provider file's mapping made of an answer: an array of objects with {@code id}, {@code kind},
 * {@code renditions} (url, width, height, fps, mime, bytes), {@code seconds}, {@code text}, {@code title},
 * {@code author}, {@code authorUrl}, {@code page}, {@code licence} (a code, a name, a deed's address, or an object with
 * code, name and url for a provider's own), {@code licenceVersion}, {@code licenceUrl}, {@code attribution} and
 * {@code usagePing}. Any may be null but the id, one address and the licence; an item without those is left out, and
 * spoils no other.
 */
public final class WorkReader {
    private static final int LONGEST_ID = 200;

    private final String provider;

    public WorkReader(String provider) {
        this.provider = provider;
    }

    /** @param mapped an array; one object counts as an array of one, null as an empty one */
    public List<Work> read(JsonNode mapped) {
        List<Work> works = new ArrayList<>();
        if (mapped.isObject()) {
            work(mapped).ifPresent(works::add);
        }
        if (mapped.isArray()) {
            mapped.forEach(item -> work(item).ifPresent(works::add));
        }
        return works;
    }

    private Optional<Work> work(JsonNode item) {
        String id = text(item, "id");
        List<Rendition> renditions = renditions(item.path("renditions"));
        Optional<Work.Kind> kind = kind(text(item, "kind"));
        Optional<Licence> licence = licence(item);
        if (id == null || id.length() > LONGEST_ID || renditions.isEmpty() || kind.isEmpty() || licence.isEmpty()) {
            return Optional.empty();
        }
        String words = PlainText.of(text(item, "text"));
        return Optional.of(new Work(
                provider,
                id,
                kind.get(),
                renditions,
                positive(item.path("seconds")),
                words == null ? "" : words,
                licence.get(),
                url(text(item, "usagePing"))));
    }

    private static Optional<Work.Kind> kind(String name) {
        try {
            return name == null ? Optional.empty() : Optional.of(Work.Kind.valueOf(name.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static List<Rendition> renditions(JsonNode list) {
        List<Rendition> renditions = new ArrayList<>();
        list.forEach(one -> {
            String url = url(text(one, "url"));
            if (url != null) {
                Double bytes = positive(one.path("bytes"));
                renditions.add(new Rendition(
                        url,
                        pixels(one.path("width")),
                        pixels(one.path("height")),
                        positive(one.path("fps")),
                        text(one, "mime"),
                        bytes == null ? null : bytes.longValue()));
            }
        });
        return renditions;
    }

    private static Optional<Licence> licence(JsonNode item) {
        JsonNode told = item.path("licence");
        Optional<LicenceTerms> terms = told.isObject()
                ? Optional.of(new LicenceTerms(text(told, "code"), text(told, "name"), url(text(told, "url"))))
                        .filter(own -> own.code() != null && own.name() != null)
                : LicenceTerms.of(text(item, "licence"), text(item, "licenceVersion"), text(item, "licenceUrl"));
        return terms.map(t -> new Licence(
                t.code(),
                t.name(),
                t.url(),
                PlainText.of(text(item, "title")),
                PlainText.of(text(item, "author")),
                url(text(item, "authorUrl")),
                url(text(item, "page")),
                PlainText.of(text(item, "attribution"))));
    }

    /** A number stands for its digits; null, "", an object or an array for nothing. */
    private static String text(JsonNode item, String field) {
        JsonNode value = item.path(field);
        return value.isValueNode() && !value.isNull() && !value.asText().isBlank()
                ? value.asText().strip()
                : null;
    }

    private static String url(String text) {
        String whole = text != null && text.startsWith("//") ? "https:" + text : text;
        return whole != null && whole.matches("(?i)https?://[^\\p{Cntrl}]{1,2000}") ? whole : null;
    }

    private static Integer pixels(JsonNode value) {
        Double number = positive(value);
        return number == null || number > 100_000 ? null : (Integer) (int) Math.round(number);
    }

    /** Providers write numbers as numbers or as text; nothing that is not above zero means anything. */
    private static Double positive(JsonNode value) {
        double number = value.isNumber()
                ? value.doubleValue()
                : value.isTextual() && value.textValue().strip().matches("\\d{1,15}(\\.\\d{1,9})?")
                        ? Double.parseDouble(value.textValue().strip())
                        : 0;
        return Double.isFinite(number) && number > 0 ? number : null;
    }
}

package dev.viralvideo.pipeline.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.viralvideo.http.Call;
import dev.viralvideo.keys.Secrets;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request as a provider's file and what is asked make it, still with places where keys belong: what is remembered,
 * compared and shown is this. Only {@link #call} has the keys in it, and only for as long as it is sent.
 */
record RequestForm(ProviderFile file, String url, Map<String, String> headers, String body) {
    static RequestForm of(ProviderFile file, JsonNode given, Jq jq) {
        JsonNode asked = harmless(given);
        StringBuilder url = new StringBuilder(filled(file, file.text("url"), asked, RequestForm::encoded));
        if (file.has("query")) {
            JsonNode query = jq.apply(file.route() + ": query", file.text("query"), asked);
            query.fields().forEachRemaining(entry -> {
                if (!entry.getValue().isNull()) {
                    url.append(url.indexOf("?") < 0 ? '?' : '&')
                            .append(encoded(entry.getKey()))
                            .append('=')
                            .append(encodedWithKeys(entry.getValue().asText()));
                }
            });
        }
        String body = null;
        if (file.has("body")) {
            JsonNode made = jq.apply(file.route() + ": body", file.text("body"), asked);
            body = made.isTextual() ? made.asText() : made.toString();
        }
        return new RequestForm(file, url.toString(), headers(file, asked), body);
    }

    /** Another address of the same provider, with the same headers. */
    static RequestForm get(ProviderFile file, String url) {
        return new RequestForm(file, url, headers(file, JsonNodeFactory.instance.objectNode()), null);
    }

    private static Map<String, String> headers(ProviderFile file, JsonNode asked) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line : file.lines("headers")) {
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw file.bad("headers", "must be one 'Name: value' a line");
            }
            headers.put(
                    line.substring(0, colon).strip(),
                    filled(file, line.substring(colon + 1).strip(), asked, RequestForm::plain));
        }
        return headers;
    }

    /** What is asked comes from strangers too: the place of a key in it is text, nothing to be filled. */
    private static JsonNode harmless(JsonNode asked) {
        if (asked.isTextual()) {
            return TextNode.valueOf(asked.asText().replace("{key:", "{key :"));
        }
        if (asked.isObject()) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            asked.fields().forEachRemaining(field -> copy.set(field.getKey(), harmless(field.getValue())));
            return copy;
        }
        if (asked.isArray()) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            asked.forEach(element -> copy.add(harmless(element)));
            return copy;
        }
        return asked;
    }

    /** What tells it from other requests; the names of keys are in it, never a key. */
    String identity() {
        return url + (body == null ? "" : "\n" + body);
    }

    /** With the keys. A header or a query parameter whose key is not set is left out. */
    Call call(Secrets secrets) {
        String address = withKeys(withoutMissing(secrets), secrets, RequestForm::encoded);
        Call call = body == null
                ? Call.get(address)
                : Call.post(
                        address,
                        file.text("contentType"),
                        withKeys(body, secrets, UnaryOperator.identity()).getBytes(StandardCharsets.UTF_8));
        for (Map.Entry<String, String> header : headers.entrySet()) {
            if (!missing(header.getValue(), secrets)) {
                call = call.header(header.getKey(), withKeys(header.getValue(), secrets, UnaryOperator.identity()));
            }
        }
        call = call.limits(file.time("timeout"), file.time("deadline"), file.number("maxBytes"));
        return file.text("answers").equals("json") ? call.json() : call;
    }

    private String withoutMissing(Secrets secrets) {
        Matcher places =
                Pattern.compile("[?&][^=&?]+=\\{key:([a-z][a-z0-9-]*)}").matcher(url);
        String kept = places.replaceAll(
                place -> secrets.find(place.group(1)).isPresent() ? Matcher.quoteReplacement(place.group()) : "");
        return kept.contains("?") ? kept : kept.replaceFirst("&", "?");
    }

    private static boolean missing(String text, Secrets secrets) {
        return ProviderFile.KEY.matcher(text).results().anyMatch(place -> secrets.find(place.group(1))
                .isEmpty());
    }

    private static String withKeys(String text, Secrets secrets, UnaryOperator<String> encoding) {
        return ProviderFile.KEY
                .matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(
                        encoding.apply(secrets.require(place.group(1)).reveal())));
    }

    /** {@code {model}} becomes what was asked for under that name, {@code {base}} the file's own parameter. */
    private static String filled(ProviderFile file, String text, JsonNode asked, UnaryOperator<String> encoding) {
        return ProviderFile.PLACE
                .matcher(file.filledByOwn(text, name -> !asked.has(name)))
                .replaceAll(place -> Matcher.quoteReplacement(
                        encoding.apply(asked.path(place.group(1)).asText(""))));
    }

    private static String encodedWithKeys(String text) {
        return ProviderFile.KEY.matcher(text).matches() ? text : encoded(text);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String plain(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }
}

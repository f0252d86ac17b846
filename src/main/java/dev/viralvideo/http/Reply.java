package dev.viralvideo.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An answer, whatever its status.
 *
 * @param headers  names in lower case
 * @param from     the URL that answered, after redirects
 * @param attempts how often it was asked until this came
 */
public record Reply(int status, Map<String, List<String>> headers, byte[] body, URI from, int attempts) {
    Reply(int status, Map<String, List<String>> headers, byte[] body, URI from) {
        this(status, headers, body, from, 1);
    }

    Reply after(int moreAttempts) {
        return new Reply(status, headers, body, from, moreAttempts);
    }

    public Optional<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                .findFirst();
    }

    public String contentType() {
        return header("content-type").orElse("").toLowerCase(Locale.ROOT);
    }

    /** As UTF-8, which every provider sends. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The first characters, enough to recognise an error page. */
    String start(int characters) {
        String text = new String(body, 0, Math.min(body.length, characters * 4), StandardCharsets.UTF_8);
        return text.substring(0, Math.min(text.length(), characters));
    }

    @Override
    public String toString() {
        return status + " from " + Urls.shown(from) + ", " + body.length + " bytes";
    }
}

package dev.viralvideo.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One request of a chain of redirects, and the rule for the next: nothing secret leaves the origin it was meant for. */
record Hop(String method, URI url, Map<String, String> headers, byte[] body) {
    /** All that another origin gets; a list of what is harmless cannot miss a new provider's key header. */
    private static final Set<String> HARMLESS =
            Set.of("accept", "accept-language", "range", "if-range", "user-agent", "connection");

    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    static boolean isRedirect(int status) {
        return REDIRECTS.contains(status);
    }

    Hop next(int status, String location) {
        URI target = resolve(status, location);
        boolean same = Urls.sameOrigin(url, target);
        boolean keepsBody = status == 307 || status == 308 || method.equals("GET") || method.equals("HEAD");
        if (keepsBody && body != null && !same) {
            throw Faults.redirect(url, status, "wants the request to be sent to another host, which is refused");
        }
        Map<String, String> kept = same ? headers : harmless();
        return keepsBody ? new Hop(method, target, kept, body) : new Hop("GET", target, withoutContent(kept), null);
    }

    private URI resolve(int status, String location) {
        try {
            return Urls.parse(url.resolve(new URI(location)).toString());
        } catch (URISyntaxException | IllegalArgumentException e) {
            if (location.matches("(?i)https?://.*")) {
                return Urls.parse(location);
            }
            throw Faults.redirect(url, status, "redirects to something that is no URL");
        }
    }

    private Map<String, String> harmless() {
        return headers.entrySet().stream()
                .filter(header -> HARMLESS.contains(header.getKey().toLowerCase(java.util.Locale.ROOT)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map<String, String> withoutContent(Map<String, String> headers) {
        Map<String, String> kept = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        kept.putAll(headers);
        kept.keySet().removeIf(name -> name.toLowerCase(java.util.Locale.ROOT).startsWith("content-"));
        return kept;
    }

    @Override
    public String toString() {
        return method + " " + Urls.shown(url);
    }
}

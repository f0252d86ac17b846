package dev.viralvideo.http;

import dev.viralvideo.failure.Failure;
import java.time.Duration;
import java.util.List;

/**
 * How this program speaks HTTP.
 *
 * @param contact        who runs it: an e-mail address or URL of the operator, which Wikimedia demands; may be empty
 * @param allow          private addresses and hosts that may be reached, see {@link AddressPolicy#allowing}
 * @param maxConnections open at once in all
 */
public record HttpSettings(
        String product, String contact, Duration connectLimit, List<String> allow, int maxConnections) {
    private static final String LIBRARY = "ApacheHttpClient/5.5";

    public HttpSettings {
        if (!contact.matches("[\\x21-\\x7e&&[^()\\\\;]]{0,120}")) {
            throw new Failure.Configuration(
                    "BAD_CONTACT",
                    "vvg.http.contact must be an e-mail address or a URL of up to 120 plain characters, not '" + contact
                            + "'");
        }
    }

    public static HttpSettings of(String version, String contact, List<String> allow) {
        return new HttpSettings("ViralVideoGenerator/" + version, contact, Duration.ofSeconds(5), allow, 40);
    }

    String userAgent() {
        return contact.isEmpty() ? product + " " + LIBRARY : product + " (" + contact + ") " + LIBRARY;
    }
}

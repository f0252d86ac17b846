package dev.viralvideo.http;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the URLs that providers give, which are not always well-formed, and shows them without their secrets. */
public final class Urls {
    private static final String MEANT = "!#$%&'()*+,-./:;=?@_~";

    private static final Pattern PARTS =
            Pattern.compile("(?<scheme>[A-Za-z]+)://(?<authority>[^/?#]*)(?<rest>.*)", Pattern.DOTALL);

    private Urls() {}

    /**
     * Reads an absolute http or https URL; characters that should have been percent-encoded are encoded.
     *
     * @throws dev.viralvideo.failure.Failure.ExternalService {@code BAD_URL}, when it is something else
     */
    public static URI parse(String text) {
        try {
            return checked(new URI(encoded(text.strip())));
        } catch (URISyntaxException e) {
            throw Faults.badUrl("is not well-formed");
        }
    }

    /** Only what we would connect to: http(s), a host, no user name or password inside. */
    static URI checked(URI url) {
        String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            throw Faults.badUrl("is neither http nor https");
        }
        if (url.getRawUserInfo() != null) {
            throw Faults.badUrl("carries a user name or password");
        }
        if (url.getHost() == null || url.getHost().isEmpty() || url.getPort() == 0 || url.getPort() > 65535) {
            throw Faults.badUrl("has no valid host and port");
        }
        return url;
    }

    /** Scheme, host and path: the query may hold a key, so it is never shown. */
    public static String shown(URI url) {
        String port = url.getPort() < 0 ? "" : ":" + url.getPort();
        String path = url.getRawPath() == null ? "" : url.getRawPath();
        String text = url.getScheme() + "://" + url.getHost() + port + path;
        return text.length() <= 200 ? text : text.substring(0, 200) + "…";
    }

    static int port(URI url) {
        return url.getPort() >= 0 ? url.getPort() : url.getScheme().equalsIgnoreCase("https") ? 443 : 80;
    }

    static boolean sameOrigin(URI a, URI b) {
        return a.getScheme().equalsIgnoreCase(b.getScheme())
                && a.getHost().equalsIgnoreCase(b.getHost())
                && port(a) == port(b);
    }

    private static String encoded(String text) {
        Matcher parts = PARTS.matcher(text);
        if (!parts.matches()) {
            return text;
        }
        return parts.group("scheme") + "://" + asciiHost(parts.group("authority"))
                + percentEncoded(parts.group("rest"));
    }

    private static String percentEncoded(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            if (c < 128 && (Character.isLetterOrDigit(c) || MEANT.indexOf(c) >= 0)) {
                out.appendCodePoint(c);
            } else {
                for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    out.append(String.format("%%%02X", b));
                }
            }
        });
        return out.toString();
    }

    /** Host names of other alphabets are not percent-encoded but turned into their ASCII form. */
    private static String asciiHost(String authority) {
        if (authority.chars().allMatch(c -> c < 128)) {
            return authority;
        }
        try {
            return IDN.toASCII(authority);
        } catch (IllegalArgumentException e) {
            throw Faults.badUrl("has a host name that cannot exist");
        }
    }
}

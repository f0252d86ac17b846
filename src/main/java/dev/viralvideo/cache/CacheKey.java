package dev.viralvideo.cache;

import dev.viralvideo.failure.Failure;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * What an entry is found by. A key may hold anything a user typed; only its hash becomes a file name or a row id.
 * Secrets do not belong in it: it is stored and matched by {@link Cache#invalidate}.
 *
 * @param space whose key it is: a provider or a use such as {@code narration}; a-z, 0-9, {@code . _ -}, at most 64
 * @param query stored with backslashes, control characters and unpaired surrogates escaped, so that every database
 *              and file takes it and no two queries become one
 */
public record CacheKey(String space, String query) {
    private static final Pattern SPACE = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

    public CacheKey {
        if (space == null || !SPACE.matcher(space).matches()) {
            throw new Failure.Validation(
                    "BAD_CACHE_SPACE",
                    "cache space '" + space + "' must be 1-64 of a-z, 0-9, '.', '_', '-' and start with a-z or 0-9");
        }
        query = escaped(query);
    }

    /** A key read back from where it was stored: its query is escaped already. */
    static CacheKey stored(String space, String escapedQuery) {
        return new CacheKey(space, unescaped(escapedQuery));
    }

    /** 64 hexadecimal digits, different for every key. */
    public String id() {
        return HexFormat.of().formatHex(sha256().digest(name().getBytes(StandardCharsets.UTF_8)));
    }

    /** {@code space:query}, what patterns are matched against. */
    public String name() {
        return space + ":" + query;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new Failure.Internal("this Java has no SHA-256", e);
        }
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                out.append(c).append(text.charAt(++i));
            } else if (c == '\\') {
                out.append("\\\\");
            } else if (Character.isISOControl(c) || Character.isSurrogate(c)) {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static String unescaped(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\' || i + 1 >= text.length()) {
                out.append(c);
            } else if (text.charAt(i + 1) == 'u' && i + 5 < text.length()) {
                out.append((char) Integer.parseInt(text.substring(i + 2, i + 6), 16));
                i += 5;
            } else {
                out.append(text.charAt(++i));
            }
        }
        return out.toString();
    }
}

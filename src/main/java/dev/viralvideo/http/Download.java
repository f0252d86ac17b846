package dev.viralvideo.http;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * A media file to be fetched.
 *
 * @param headers  rarely any: API credentials do not belong on content hosts
 * @param accepted the types that are wanted; anything else is refused after its first bytes
 * @param maxBytes a larger file is refused
 * @param deadline for the whole download with its resumptions
 */
public record Download(URI url, Map<String, String> headers, Set<FileType> accepted, long maxBytes, Duration deadline) {
    public Download {
        Urls.checked(url);
        headers = Map.copyOf(headers);
        accepted = Set.copyOf(accepted);
    }

    public static Download of(String url, Set<FileType> accepted, long maxBytes, Duration deadline) {
        return new Download(Urls.parse(url), Map.of(), accepted, maxBytes, deadline);
    }

    /** The place only. */
    @Override
    public String toString() {
        return "download of " + Urls.shown(url);
    }
}

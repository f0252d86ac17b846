package dev.viralvideo.ops;

import java.util.Set;

/**
 * Where the server listens, and what it may be called.
 *
 * @param host  name or address of the interface
 * @param port  0 for any free one
 * @param names under which clients may ask for it besides {@code localhost} and its own addresses, in lower case,
 *              without a port
 * @param origins of pages of other sites that may call the API, such as {@code https://studio.example}
 */
public record WebAddress(String host, int port, Set<String> names, Set<String> origins) {
    public WebAddress {
        names = Set.copyOf(names);
        origins = Set.copyOf(origins);
    }
}

package dev.viralvideo.ops;

import java.util.Set;

/**
 * Where the server listens.
 *
 * @param host name or address of the interface
 * @param port 0 for any free one
 */
public record WebAddress(String host, int port) {
    private static final Set<String> ALL_INTERFACES = Set.of("0.0.0.0", "::", "[::]");

    /** As a client on this machine puts it into a URL. */
    String authority() {
        String name = ALL_INTERFACES.contains(host) ? "localhost" : host;
        return (name.contains(":") && !name.startsWith("[") ? "[" + name + "]" : name) + ":" + port;
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}

package dev.viralvideo.config;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where the server of a service listens.
 *
 * @param host           name or address of an interface
 * @param port           0 for any free one
 * @param names          under which clients may ask for it besides localhost and its own address; lower case, no port
 * @param managementHost of the port for operators
 * @param managementPort empty: operators are served at the same port; 0 for any free one
 * @param tls            empty: without
 */
public record WebSettings(
        String host,
        int port,
        List<String> names,
        String managementHost,
        Optional<Integer> managementPort,
        Optional<Tls> tls) {
    /**
     * A key store.
     *
     * @param keyStore file, from the home folder
     */
    public record Tls(String keyStore, String password) {
        @Override
        public String toString() {
            return keyStore;
        }
    }

    static WebSettings of(CheckedProperties properties) {
        String host = properties.required("vvg.web.host");
        return new WebSettings(
                host,
                port(properties, "vvg.web.port"),
                properties.list("vvg.web.names").stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .toList(),
                properties.optional("vvg.management.host").orElse(host),
                properties.optional("vvg.management.port").map(set -> port(properties, "vvg.management.port")),
                properties
                        .optional("vvg.tls.key-store")
                        .map(file -> new Tls(file, properties.text("vvg.tls.password"))));
    }

    private static int port(CheckedProperties properties, String key) {
        return properties.whole(key, 0, 65_535);
    }
}

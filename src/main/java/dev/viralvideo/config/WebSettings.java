package dev.viralvideo.config;

import java.util.List;
import java.util.Locale;

/**
 * Where the server of a service listens.
 *
 * @param host  name or address of an interface
 * @param port  0 for any free one
 * @param names under which clients may ask for it besides localhost and its own address; lower case, no port
 */
public record WebSettings(String host, int port, List<String> names) {
    static WebSettings of(CheckedProperties properties) {
        return new WebSettings(
                properties.required("vvg.web.host"),
                properties.whole("vvg.web.port", 0, 65_535),
                properties.list("vvg.web.names").stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .toList());
    }
}

package dev.viralvideo.ops;

import dev.viralvideo.config.Settings;
import dev.viralvideo.config.WebSettings;
import java.util.Optional;
import java.util.Set;

/**
 * How the server of a service is reached.
 *
 * @param management  empty: the port of the API serves operators too
 * @param names       under which clients may ask for it besides {@code localhost} and its own addresses, in lower case,
 *                    without a port
 * @param origins     of pages of other sites that may call the API, such as {@code https://studio.example}
 * @param certificate empty: without TLS
 */
public record WebAccess(
        WebAddress api,
        Optional<WebAddress> management,
        Set<String> names,
        Set<String> origins,
        Optional<ServerCertificate> certificate) {
    public WebAccess {
        names = Set.copyOf(names);
        origins = Set.copyOf(origins);
    }

    public static WebAccess of(Settings settings) {
        WebSettings web = settings.web();
        return new WebAccess(
                new WebAddress(web.host(), web.port()),
                web.managementPort().map(port -> new WebAddress(web.managementHost(), port)),
                Set.copyOf(web.names()),
                Set.copyOf(settings.api().origins()),
                web.tls()
                        .map(tls -> new ServerCertificate(
                                settings.folders().home().resolve(tls.keyStore()), tls.password())));
    }

    /** Where these are served, such as {@code http://127.0.0.1:8080}. */
    public String url(WebPort port) {
        return url(port == WebPort.API ? api : management.orElse(api));
    }

    String url(WebAddress address) {
        return (certificate.isPresent() ? "https://" : "http://") + address.authority();
    }

    /** Which port shows what is meant for this one. */
    WebPort serving(WebPort port) {
        return management.isPresent() ? port : WebPort.API;
    }
}

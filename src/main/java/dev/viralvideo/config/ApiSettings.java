package dev.viralvideo.config;

import java.util.List;

/**
 * Who may ask the REST API for how much.
 *
 * @param authentication whether it wants a token
 * @param rate           for each token, such as {@code 6000/60s}
 * @param origins        other sites whose pages may call it, such as {@code https://studio.example}
 * @param mostBodyBytes  of a request
 * @param streams        listeners to events at once
 */
public record ApiSettings(boolean authentication, String rate, List<String> origins, int mostBodyBytes, int streams) {
    static ApiSettings of(CheckedProperties properties) {
        return new ApiSettings(
                properties.flag("vvg.api.auth"),
                properties.text("vvg.api.rate"),
                properties.list("vvg.api.origins"),
                properties.whole("vvg.api.max-body-bytes", 1024, 1 << 24),
                properties.whole("vvg.api.streams", 1, 10_000));
    }
}

package dev.viralvideo.config;

import java.util.Optional;

/**
 * What is logged and traced.
 *
 * @param tracingEndpoint empty: there are no traces
 */
public record LogSettings(String level, String format, Optional<String> tracingEndpoint) {
    static LogSettings of(CheckedProperties properties) {
        return new LogSettings(
                properties.oneOf("vvg.log.level", "error", "warn", "info", "debug"),
                properties.oneOf("vvg.log.format", "text", "json"),
                endpoint(properties));
    }

    private static Optional<String> endpoint(CheckedProperties properties) {
        Optional<String> endpoint = properties.optional("vvg.tracing.endpoint");
        if (endpoint.isPresent() && !endpoint.get().matches("https?://[^\\s/]+/.*")) {
            throw properties.wrong(
                    "vvg.tracing.endpoint", "must be an address such as http://localhost:4318/v1/traces");
        }
        return endpoint;
    }
}

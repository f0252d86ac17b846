package dev.viralvideo.pipeline.provider;

import dev.viralvideo.keys.KeyName;
import org.apache.camel.spi.PropertiesFunction;

/**
 * The property function {@code {{key:pexels}}}. What it puts into a route is not the key but the place
 * {@code {key:pexels}}, which {@link ProviderCall} fills while it builds the request: so a key can be neither in a
 * route's definition, nor in an endpoint's URI, nor in a message. Anywhere else the place stays as it is.
 */
public final class KeyFunction implements PropertiesFunction {
    @Override
    public String getName() {
        return "key";
    }

    @Override
    public String apply(String name) {
        return "{key:" + new KeyName(name.strip()).value() + "}";
    }
}

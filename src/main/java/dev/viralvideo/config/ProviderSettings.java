package dev.viralvideo.config;

import java.nio.file.Path;
import java.util.List;

/**
 * How providers are reached and what they leave here.
 *
 * @param online            whether those that need no key may be asked
 * @param contact           of whoever runs this, told to them
 * @param allow             private addresses and hosts that may be reached
 * @param keysFolder        where their keys are, encrypted
 * @param mostCacheBytes    of downloaded and spoken files
 * @param memoryCacheBytes  of answers kept in memory
 */
public record ProviderSettings(
        boolean online,
        String contact,
        List<String> allow,
        Path keysFolder,
        long mostCacheBytes,
        int memoryCacheBytes) {
    static ProviderSettings of(CheckedProperties properties, Folders folders) {
        return new ProviderSettings(
                properties.flag("vvg.online"),
                properties.text("vvg.http.contact"),
                properties.list("vvg.http.allow"),
                properties
                        .optional("vvg.keys.folder")
                        .map(own -> folders.home().resolve(own).normalize())
                        .orElse(folders.data().resolve("keys")),
                properties.bytes("vvg.cache.max-bytes", 1L << 50),
                (int) properties.bytes("vvg.cache.memory-bytes", 1L << 30));
    }
}

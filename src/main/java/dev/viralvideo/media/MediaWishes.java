package dev.viralvideo.media;

import java.util.List;

/**
 * What a request's {@code media} entries ask for: plain names of providers ({@code local}, {@code backdrop},
 * {@code pexels}), everything else files or folders inside the media folder. No entry: everything is welcome.
 *
 * @param providers only these are asked; empty means all
 * @param files     only these of the user's own; empty means all
 */
public record MediaWishes(List<String> providers, List<String> files) {
    public static MediaWishes of(List<String> entries, List<String> knownProviders) {
        return new MediaWishes(
                entries.stream().filter(knownProviders::contains).toList(),
                entries.stream()
                        .filter(entry -> !knownProviders.contains(entry))
                        .toList());
    }

    /** Whether this provider is to be asked at all; naming own files alone asks for those and nothing else but them. */
    public boolean asks(String provider) {
        if (providers.isEmpty()) {
            return files.isEmpty() || provider.equals("local");
        }
        return providers.contains(provider) || (provider.equals("local") && !files.isEmpty());
    }
}

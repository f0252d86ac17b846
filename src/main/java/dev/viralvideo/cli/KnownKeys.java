package dev.viralvideo.cli;

import dev.viralvideo.config.Settings;
import dev.viralvideo.keys.KeyStore;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The names of the keys that are set, stored or in the environment. */
final class KnownKeys {
    private static final String PREFIX = "VVG_KEY_";

    private KnownKeys() {}

    static Set<String> names(Settings settings) {
        Set<String> names = new TreeSet<>();
        new KeyStore(settings.providers().keysFolder(), System.getenv("VVG_MASTER_KEY"))
                .list()
                .forEach(key -> names.add(key.value()));
        System.getenv().keySet().stream()
                .filter(name -> name.startsWith(PREFIX))
                .forEach(name -> names.add(
                        name.substring(PREFIX.length()).toLowerCase(Locale.ROOT).replace('_', '-')));
        return names;
    }
}

package dev.viralvideo.helpers;

import dev.viralvideo.cache.Cache;
import dev.viralvideo.cache.DiskTier;
import dev.viralvideo.cache.FileStore;
import dev.viralvideo.cache.MemoryTier;
import dev.viralvideo.config.Settings;
import dev.viralvideo.http.HttpSettings;
import dev.viralvideo.keys.KeyStore;
import dev.viralvideo.keys.Masking;
import dev.viralvideo.keys.Secrets;
import dev.viralvideo.pipeline.provider.Jq;
import dev.viralvideo.pipeline.provider.KeyFunction;
import dev.viralvideo.pipeline.provider.Online;
import dev.viralvideo.pipeline.provider.ProviderCall;
import dev.viralvideo.pipeline.provider.ProviderFiles;
import dev.viralvideo.pipeline.provider.Readiness;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** The real provider files in a small Camel context, with keys that are no secrets and a way out to loopback. */
public final class ProviderRig implements AutoCloseable {
    public static final Clock CLOCK = Clock.systemUTC();

    public final CamelContext camel = new DefaultCamelContext();
    public final Settings settings;
    public final Online online;
    public final Cache cache;
    public final FileStore store;
    public final ProviderFiles files;
    public final ProviderCall call;
    public final Readiness readiness;

    /**
     * @param home     for everything that is written
     * @param settings by full key, {@code vvg.provider.pexels.base} and the like
     * @param allow    private addresses that media may lie at
     */
    public ProviderRig(Path home, Map<String, String> settings, List<String> allow) {
        this(home, settings, allow, keys());
    }

    /** @param keys as in the environment */
    public ProviderRig(Path home, Map<String, String> settings, List<String> allow, Map<String, String> keys) {
        Map<String, String> all = new TreeMap<>(settings);
        all.putIfAbsent("vvg.http.contact", "tests@example.org");
        this.settings = Settings.load(Path.of("").toAbsolutePath(), home, Map.of(), all);
        Masking masking = new Masking();
        Secrets secrets = new Secrets(keys, new KeyStore(home.resolve("keys"), null), masking);
        online = new Online(
                HttpSettings.of("test", this.settings.providers().contact(), allow),
                true,
                home.resolve("http"),
                masking::mask);
        readiness = new Readiness(secrets, online);
        cache = new Cache(List.of(new MemoryTier(4 << 20), new DiskTier(home.resolve("answers"))), CLOCK);
        store = new FileStore(home.resolve("files"), 1L << 30, CLOCK);
        files = new ProviderFiles(camel, this.settings);
        call = new ProviderCall(files, online, secrets, cache, new Jq(camel), CLOCK);
        camel.getPropertiesComponent().addPropertiesFunction(new KeyFunction());
    }

    private static Map<String, String> keys() {
        Map<String, String> keys = new HashMap<>();
        for (String name : List.of("PEXELS", "PIXABAY", "UNSPLASH", "JAMENDO", "FREESOUND")) {
            keys.put("VVG_KEY_" + name, "stand-in-key-of-" + name.toLowerCase(Locale.ROOT));
        }
        return keys;
    }

    public ProviderRig bind(String name, Object bean) {
        camel.getRegistry().bind(name, bean);
        return this;
    }

    /** Loads route files and starts. */
    public ProviderRig start(List<Path> routes) throws Exception {
        for (Path file : routes) {
            PluginHelper.getRoutesLoader(camel)
                    .loadRoutes(ResourceHelper.resolveMandatoryResource(camel, "file:" + file.toAbsolutePath()));
        }
        camel.start();
        return this;
    }

    public ProducerTemplate template() {
        return camel.createProducerTemplate();
    }

    @Override
    public void close() {
        camel.stop();
        online.close();
    }
}

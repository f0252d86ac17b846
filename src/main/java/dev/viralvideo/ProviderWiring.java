package dev.viralvideo;

import dev.viralvideo.audio.RecordedSpeech;
import dev.viralvideo.cache.Cache;
import dev.viralvideo.cache.DatabaseTier;
import dev.viralvideo.cache.DiskTier;
import dev.viralvideo.cache.FileStore;
import dev.viralvideo.cache.MemoryTier;
import dev.viralvideo.config.Settings;
import dev.viralvideo.costs.Budget;
import dev.viralvideo.costs.Ledger;
import dev.viralvideo.costs.PriceList;
import dev.viralvideo.ffmpeg.Ffmpeg;
import dev.viralvideo.http.Http;
import dev.viralvideo.http.HttpSettings;
import dev.viralvideo.keys.CallbackSecret;
import dev.viralvideo.keys.KeyStore;
import dev.viralvideo.keys.Masking;
import dev.viralvideo.keys.Secrets;
import dev.viralvideo.pipeline.provider.Billing;
import dev.viralvideo.pipeline.provider.FactsWriter;
import dev.viralvideo.pipeline.provider.HostedVoice;
import dev.viralvideo.pipeline.provider.Jq;
import dev.viralvideo.pipeline.provider.KeyFunction;
import dev.viralvideo.pipeline.provider.ModelWriter;
import dev.viralvideo.pipeline.provider.Online;
import dev.viralvideo.pipeline.provider.ProviderCall;
import dev.viralvideo.pipeline.provider.ProviderFiles;
import dev.viralvideo.pipeline.provider.Readiness;
import dev.viralvideo.pipeline.provider.SpeechMemory;
import dev.viralvideo.pipeline.provider.VoiceLists;
import dev.viralvideo.project.Database;
import dev.viralvideo.script.SpeakingRate;
import dev.viralvideo.script.model.ModelScript;
import dev.viralvideo.script.model.ScriptPrompt;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.main.Main;

/** Makes what everybody needs who calls a provider: keys, cache, ledger, the way out. None of it is loaded in advance. */
final class ProviderWiring implements AutoCloseable {
    final Online online;
    final Secrets secrets;
    final Cache cache;
    final FileStore store;
    final Ledger ledger;
    final ProviderFiles files;
    final Jq jq;
    final Readiness readiness;
    final Billing billing;
    final ProviderCall call;
    private final KeyStore keys;
    private final Settings settings;
    private Http callbacks;

    ProviderWiring(Settings settings, Database database, CamelContext context, Clock clock) {
        Path folder = settings.folders().cache();
        this.settings = settings;
        keys = new KeyStore(settings.providers().keysFolder(), System.getenv("VVG_MASTER_KEY"));
        secrets = new Secrets(System.getenv(), keys, Masking.OF_THIS_PROCESS);
        secrets.learnAll();
        online = new Online(
                HttpSettings.of(
                        version(),
                        settings.providers().contact(),
                        settings.providers().allow()),
                settings.providers().online(),
                folder.resolve("http"),
                Masking.OF_THIS_PROCESS::mask);
        cache = new Cache(
                List.of(
                        new MemoryTier(settings.providers().memoryCacheBytes()),
                        new DiskTier(folder.resolve("answers")),
                        new DatabaseTier(database.dataSource(), clock)),
                clock);
        store = new FileStore(folder.resolve("files"), settings.providers().mostCacheBytes(), clock);
        ledger = new Ledger(
                database.dataSource(),
                PriceList.read(settings.costs().pricesFile()),
                new Budget(
                        micros(settings.costs().project()),
                        micros(settings.costs().month())),
                clock);
        files = new ProviderFiles(context, settings);
        jq = new Jq(context);
        readiness = new Readiness(secrets, online);
        billing = new Billing(ledger);
        call = new ProviderCall(files, online, secrets, cache, jq, clock);
    }

    ModelWriter modelWriter(SpeakingRate rate) {
        return new ModelWriter(files, call, billing, new ScriptPrompt(rate), new ModelScript(rate), factsWriter());
    }

    FactsWriter factsWriter() {
        return new FactsWriter(files, call, readiness);
    }

    HostedVoice hostedVoice(Ffmpeg ffmpeg) {
        return new HostedVoice(
                files,
                call,
                readiness,
                billing,
                new RecordedSpeech(ffmpeg),
                new SpeechMemory(cache, store, Clock.systemUTC()),
                voiceLists());
    }

    VoiceLists voiceLists() {
        return new VoiceLists(files, call, readiness);
    }

    void bind(Main camel, CamelContext context) {
        context.getPropertiesComponent().addPropertiesFunction(new KeyFunction());
        camel.bind("providerFiles", files);
        camel.bind("providerCall", call);
        camel.bind("voiceLists", voiceLists());
        camel.bind("cache", cache);
        camel.bind("fileStore", store);
        camel.bind("ledger", ledger);
        camel.bind("online", online);
    }

    /** The way to callbacks: their addresses were written by strangers, so only what the operator allowed is private. */
    synchronized Http callbacks() {
        if (callbacks == null) {
            callbacks = new Http(HttpSettings.of(
                    version(),
                    settings.providers().contact(),
                    settings.callbacks().allow()));
        }
        return callbacks;
    }

    String callbackSecret() {
        return CallbackSecret.of(secrets, keys);
    }

    static String version() {
        return Objects.requireNonNullElse(ProviderWiring.class.getPackage().getImplementationVersion(), "development");
    }

    private static Long micros(Optional<BigDecimal> amount) {
        return amount.map(value -> value.movePointRight(6).longValue()).orElse(null);
    }

    @Override
    public synchronized void close() {
        if (callbacks != null) {
            callbacks.close();
        }
        online.close();
    }
}

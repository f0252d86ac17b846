package dev.viralvideo;

import dev.viralvideo.audio.Moods;
import dev.viralvideo.config.Layer;
import dev.viralvideo.config.MediaSettings;
import dev.viralvideo.failure.Failure;
import dev.viralvideo.media.ClipChoice;
import dev.viralvideo.media.ClipFiles;
import dev.viralvideo.media.ClipRanking;
import dev.viralvideo.media.PictureCheck;
import dev.viralvideo.media.PictureHash;
import dev.viralvideo.media.backdrop.Backdrops;
import dev.viralvideo.media.illustration.Illustrations;
import dev.viralvideo.media.local.LocalMedia;
import dev.viralvideo.media.local.SoundProbe;
import dev.viralvideo.pipeline.ClipDesk;
import dev.viralvideo.pipeline.HostedSearch;
import dev.viralvideo.pipeline.MediaFinder;
import dev.viralvideo.pipeline.MediaSearch;
import dev.viralvideo.pipeline.MusicDesk;
import dev.viralvideo.pipeline.MusicSearch;
import dev.viralvideo.pipeline.Plugins;
import dev.viralvideo.pipeline.ShotList;
import dev.viralvideo.pipeline.UsagePings;
import dev.viralvideo.stock.LicenceRules;
import dev.viralvideo.stock.StockFiles;
import java.nio.file.Path;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.main.Main;

/** Makes what finds pictures, clips and music, and what fetches and checks them. */
final class MediaWiring {
    /** Providers that are asked at once for one segment. */
    private static final int SEARCHES_A_SEGMENT = 6;
    /** Downloads over REST that run at once, and that may wait. */
    private static final int DOWNLOADS_AT_ONCE = 2;

    private static final int MOST_DOWNLOADS = 50;

    private final Wiring wiring;
    private final Plugins plugins;
    private final ProducerTemplate template;
    private final MediaSettings settings;
    private final ProviderWiring providers;
    private final SoundProbe probe;
    private final PictureCheck check;
    private final StockFiles files;

    MediaWiring(Wiring wiring, Plugins plugins, ProducerTemplate template) {
        this.wiring = wiring;
        this.plugins = plugins;
        this.template = template;
        this.settings = wiring.settings.media();
        this.providers = wiring.providers;
        this.probe = new SoundProbe(wiring.ffmpeg);
        this.check = new PictureCheck(settings.smallestPicture());
        this.files = new StockFiles(
                providers.online::media,
                providers.store,
                providers.cache,
                new StockFiles.Limits(settings.largestFile(), settings.downloadPatience()),
                wiring.clock);
    }

    void bind() {
        Main camel = wiring.camel;
        boolean named = wiring.settings.properties().get("vvg.media").layer() == Layer.ARGUMENT;
        LocalMedia local =
                new LocalMedia(wiring.folders.media(), settings.maxFiles(), probe, named, plugins::mediaNames);
        camel.bind("plugins", plugins);
        camel.bind("shotList", new ShotList(wiring.settings.script().wordsPerSecond(), wiring.progress));
        camel.bind("localMedia", local);
        LicenceRules licences = new LicenceRules(settings.nonCommercial(), settings.forbiddenLicences());
        HostedSearch search =
                new HostedSearch(providers.files, providers.call, providers.readiness, providers.online, licences);
        camel.bind("providerSearch", new MediaSearch(search, check));
        camel.bind("musicSearch", new MusicSearch(search));
        camel.bind("musicDesk", musicDesk());
        camel.bind("clipDesk", clipDesk(local));
        camel.bind("mediaFinder", mediaFinder());
        wiring.pools.pool("media-pool", settings.parallel());
        wiring.pools.pool("media-search-pool", settings.parallel() * SEARCHES_A_SEGMENT);
    }

    private MusicDesk musicDesk() {
        return new MusicDesk(
                plugins,
                template,
                files,
                wiring.ffmpeg,
                new Moods(wiring.styles.resolve("moods")).names(),
                wiring.settings.audio().musicProviders());
    }

    private ClipDesk clipDesk(LocalMedia local) {
        return new ClipDesk(
                new ClipChoice(new ClipRanking()),
                new ClipFiles(files, probe, check, new PictureHash(wiring.ffmpeg), wiring.folders.work()),
                new Backdrops(wiring.folders.work(), Illustrations.bundled()),
                local,
                wiring.store,
                new UsagePings(providers.files, providers.call),
                wiring.progress);
    }

    private MediaFinder mediaFinder() {
        return new MediaFinder(
                template,
                providers.cache,
                files,
                this::refuseUnusable,
                wiring.folders.cache().resolve("downloads"),
                wiring.pools.bounded("download-pool", DOWNLOADS_AT_ONCE, MOST_DOWNLOADS),
                wiring.clock);
    }

    private void refuseUnusable(Path file) {
        check.objection(probe.apply(file)).ifPresent(objection -> {
            throw new Failure.Validation("UNUSABLE_MEDIA", objection);
        });
    }
}

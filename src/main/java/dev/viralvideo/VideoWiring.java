package dev.viralvideo;

import dev.viralvideo.config.VideoSettings;
import dev.viralvideo.pipeline.Composition;
import dev.viralvideo.pipeline.Publication;
import dev.viralvideo.pipeline.ReportWriter;
import dev.viralvideo.pipeline.VoiceCredits;
import dev.viralvideo.project.Leases;
import dev.viralvideo.project.ProgressReader;
import dev.viralvideo.video.EncoderSettings;
import dev.viralvideo.video.RenderPlanner;
import dev.viralvideo.video.SourceInspection;
import dev.viralvideo.video.Transitions;
import dev.viralvideo.video.caption.CaptionTrack;
import dev.viralvideo.video.caption.Thumbnail;
import dev.viralvideo.video.caption.TitleCard;
import dev.viralvideo.video.output.OutputPackage;
import dev.viralvideo.video.quality.MeasuringPass;
import java.util.Map;

/** Makes what renders a video and what puts it out. */
final class VideoWiring {
    private final Wiring wiring;
    private final VideoSettings settings;

    VideoWiring(Wiring wiring) {
        this.wiring = wiring;
        this.settings = wiring.settings.video();
    }

    void bind() {
        wiring.camel.bind("composition", composition());
        wiring.camel.bind("publication", publication());
        wiring.pools.pool("video-pool", settings.parallel());
    }

    private Composition composition() {
        int threads = Math.max(1, Math.min(16, Runtime.getRuntime().availableProcessors() / settings.parallel()));
        Composition.Tools tools = new Composition.Tools(
                new TitleCard(wiring.fonts),
                new CaptionTrack(wiring.fonts, wiring.pools.pool("caption-pool", settings.parallel())),
                new SourceInspection(wiring.ffmpeg),
                new Transitions(wiring.styles.resolve("transitions")),
                new RenderPlanner(new EncoderSettings(settings.preset(), settings.crf(), threads)));
        return new Composition(tools, wiring.styles, wiring.progress);
    }

    private Publication publication() {
        Map<String, String> versions = Map.of(
                "vvg", ProviderWiring.version(),
                "ffmpeg", wiring.ffmpeg.source(),
                "java", System.getProperty("java.version"));
        Map<String, String> encoder = Map.of(
                "preset", settings.preset(),
                "crf", String.valueOf(settings.crf()),
                "parallel", String.valueOf(settings.parallel()));
        return new Publication(
                wiring.ffmpeg,
                new MeasuringPass(wiring.ffmpeg, Runtime.getRuntime().availableProcessors()),
                new Thumbnail(wiring.fonts),
                new ReportWriter(
                        new ProgressReader(wiring.database, wiring.clock),
                        wiring.clock,
                        versions,
                        encoder,
                        wiring.providers.ledger,
                        new VoiceCredits(wiring.providers.files)),
                new OutputPackage(wiring.folders.output()),
                new Leases(wiring.database, wiring.clock));
    }
}

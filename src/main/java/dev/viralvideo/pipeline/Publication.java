package dev.viralvideo.pipeline;

import dev.viralvideo.audio.AudioTracks;
import dev.viralvideo.ffmpeg.Ffmpeg;
import dev.viralvideo.ffmpeg.FfmpegCommand;
import dev.viralvideo.ffmpeg.FfmpegResult;
import dev.viralvideo.ffmpeg.MediaInfo;
import dev.viralvideo.pipeline.Composition.Cut;
import dev.viralvideo.project.Claim;
import dev.viralvideo.project.LeaseLost;
import dev.viralvideo.project.Leases;
import dev.viralvideo.script.Script;
import dev.viralvideo.video.ThumbnailFrame;
import dev.viralvideo.video.WatchedSegments;
import dev.viralvideo.video.caption.Subtitles;
import dev.viralvideo.video.caption.Thumbnail;
import dev.viralvideo.video.output.Delivery;
import dev.viralvideo.video.output.OutputPackage;
import dev.viralvideo.video.quality.Measurements;
import dev.viralvideo.video.quality.MeasuringLog;
import dev.viralvideo.video.quality.MeasuringPass;
import dev.viralvideo.video.quality.PictureRuns;
import dev.viralvideo.video.quality.QualityGate;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** Measures a rendered video, lets only a good one through, and puts the package together. */
public final class Publication {
    private final Ffmpeg ffmpeg;
    private final MeasuringPass measuring;
    private final Thumbnail thumbnail;
    private final ReportWriter reports;
    private final OutputPackage output;
    private final Leases leases;

    public Publication(
            Ffmpeg ffmpeg,
            MeasuringPass measuring,
            Thumbnail thumbnail,
            ReportWriter reports,
            OutputPackage output,
            Leases leases) {
        this.ffmpeg = ffmpeg;
        this.measuring = measuring;
        this.thumbnail = thumbnail;
        this.reports = reports;
        this.output = output;
        this.leases = leases;
    }

    /** Decodes all of the video only where it was not watched while it was encoded, or where something was seen. */
    public FfmpegCommand measuring(Order order, Cut cut) {
        return watched(cut).isPresent()
                ? measuring.spotCheck(order.projectId(), video(cut), info(cut))
                : measuring.command(order.projectId(), video(cut), info(cut));
    }

    /** @throws dev.viralvideo.failure.Failure.Processing QUALITY_GATE when the file is not good enough */
    public Measurements measured(Order order, Cut cut, FfmpegResult result) {
        Measurements file = MeasuringLog.read(result.messages(), info(cut));
        Measurements measurements = watched(cut).map(file::with).orElse(file);
        QualityGate.check(
                measurements,
                new QualityGate.Expected(
                        cut.timeline().frames(),
                        cut.timeline().fps(),
                        cut.timeline().shots().size(),
                        order.aspect().width(),
                        order.aspect().height()));
        return measurements;
    }

    /** Draws the thumbnail on its frame. */
    public void thumbnail(Order order, Cut cut) {
        thumbnail.draw(
                cut.render().thumbnail().output(),
                ThumbnailFrame.isBackdrop(cut.timeline()),
                order.script().title(),
                order.palette(),
                order.template().fonts(),
                order.aspect(),
                jpg(order));
    }

    /** @return the package's folder */
    public String publish(Order order, Cut cut, Measurements measurements) {
        Script script = order.script();
        AudioTracks audio = order.audioTracks();
        Delivery delivery = new Delivery(
                order.projectId(),
                video(cut),
                jpg(order),
                Subtitles.srt(audio),
                Subtitles.vtt(audio),
                script,
                reports.credits(order),
                reports.report(order, measurements));
        return output.publish(delivery, () -> stillOurs(order.claim())).toString();
    }

    /** A worker that was taken over or whose project was cancelled puts nothing out. */
    private void stillOurs(Claim claim) {
        if (leases.valid(Set.of(claim)).isEmpty()) {
            throw new LeaseLost(claim);
        }
    }

    /** Two segments that stand still where they meet look like one long run, which the file itself may disprove. */
    private static Optional<PictureRuns> watched(Cut cut) {
        return WatchedSegments.of(cut.timeline(), cut.render()).filter(QualityGate::allows);
    }

    private MediaInfo info(Cut cut) {
        return ffmpeg.probe(video(cut));
    }

    private static Path video(Cut cut) {
        return cut.render().join().output();
    }

    private static Path jpg(Order order) {
        return order.work().resolve("thumbnail.jpg");
    }
}

package dev.viralvideo.media;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.ffmpeg.MediaInfo;
import dev.viralvideo.stock.Rendition;
import dev.viralvideo.stock.RenditionOrder;
import dev.viralvideo.stock.StockFiles;
import dev.viralvideo.stock.Work;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Brings a chosen clip to the disk: the user's own lies there already, a hosted one comes in the best file it has. */
public final class ClipFiles {
    /** Renditions of one work that are tried; one whose files are all broken is not worth more. */
    private static final int MOST_TRIES = 3;

    private final StockFiles files;
    private final Function<Path, MediaInfo> probe;
    private final PictureCheck check;
    private final PictureHash look;
    private final Path work;

    /**
     * @param probe sees to it that a file is whole as well
     * @param work  folder of all projects' unfinished files
     */
    public ClipFiles(
            StockFiles files, Function<Path, MediaInfo> probe, PictureCheck check, PictureHash look, Path work) {
        this.files = files;
        this.probe = probe;
        this.check = check;
        this.look = look;
        this.work = work;
    }

    public Fetched fetch(ShotNeed need, Offer offer) {
        Candidate candidate = offer.candidate();
        if (candidate.work() == null) {
            Clip clip = candidate.clip(
                    offer.score(), candidate.source(), candidate.width(), candidate.height(), candidate.seconds());
            return new Fetched(offer, clip, PictureHash.NOTHING, null);
        }
        String reason = "it has no file";
        List<Rendition> renditions =
                new RenditionOrder(need.aspect().width(), need.aspect().height()).of(candidate.work());
        for (Rendition rendition : renditions.subList(0, Math.min(MOST_TRIES, renditions.size()))) {
            try {
                return fetched(need, offer, rendition);
            } catch (Failure.Validation | Failure.ExternalService e) {
                reason = e.getMessage();
            }
        }
        return Fetched.unusable(offer, reason);
    }

    private Fetched fetched(ShotNeed need, Offer offer, Rendition rendition) {
        Work found = offer.candidate().work();
        Path folder = work.resolve(need.projectId()).resolve("media");
        Path file = files.fetch(found, rendition, folder, name(need, found), this::inspect);
        MediaInfo info = inspect(file);
        Clip clip = offer.candidate()
                .clip(
                        offer.score(),
                        file.toString(),
                        info.width(),
                        info.height(),
                        info.still() || info.seconds() <= 0 ? null : (Double) info.seconds());
        return new Fetched(offer, kind(clip, info), look.of(need.projectId(), file, info), null);
    }

    /** What was promised as a clip may be one picture, and the other way round; the file decides. */
    private static Clip kind(Clip clip, MediaInfo info) {
        Clip.Kind kind = info.still() ? Clip.Kind.STILL : Clip.Kind.VIDEO;
        return new Clip(
                clip.provider(),
                clip.id(),
                kind,
                clip.file(),
                clip.width(),
                clip.height(),
                clip.seconds(),
                null,
                clip.licence(),
                clip.score(),
                clip.searchTerms());
    }

    private MediaInfo inspect(Path file) {
        MediaInfo info = probe.apply(file);
        check.objection(info).ifPresent(objection -> {
            throw new Failure.Validation("UNUSABLE_MEDIA", objection);
        });
        return info;
    }

    private static String name(ShotNeed need, Work found) {
        String id = found.id().replaceAll("[^A-Za-z0-9_-]+", "-");
        return String.format(
                Locale.ROOT,
                "%02d-%s-%s",
                need.index() + 1,
                found.provider(),
                id.length() > 60 ? id.substring(0, 60) : id);
    }
}

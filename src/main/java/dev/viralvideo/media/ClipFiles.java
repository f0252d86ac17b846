package dev.viralvideo.media;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.failure.IoReason;
import dev.viralvideo.ffmpeg.MediaInfo;
import dev.viralvideo.stock.Rendition;
import dev.viralvideo.stock.RenditionOrder;
import dev.viralvideo.stock.StockFiles;
import dev.viralvideo.stock.Work;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Brings a chosen clip to the disk: the user's own lies there already, a hosted one comes in the best file it has. */
public final class ClipFiles {
    /** Renditions of one work that are tried; one whose files are all broken is not worth more. */
    private static final int MOST_TRIES = 3;

    private static final double MOST_BYTES_A_PLAIN_PIXEL = 0.05;

    private static final String PLAIN = "is all of one colour, so that nothing would move in it";

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
            return own(need, offer);
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

    /** What the user chose may look alike, but there must be something to see. */
    private Fetched own(ShotNeed need, Offer offer) {
        Candidate candidate = offer.candidate();
        Path file = Path.of(candidate.source());
        if (candidate.kind() == Clip.Kind.STILL) {
            MediaInfo info = probe.apply(file);
            if (small(file, info) && look(need, file, info).plain()) {
                return Fetched.unusable(offer, PLAIN);
            }
        }
        Clip clip = candidate.clip(
                offer.score(), candidate.source(), candidate.width(), candidate.height(), candidate.seconds());
        return new Fetched(offer, clip, PictureHash.NOTHING, null);
    }

    /** Only such a file can be of one colour: that compresses to next to nothing. */
    private static boolean small(Path file, MediaInfo info) {
        try {
            return Files.size(file) < MOST_BYTES_A_PLAIN_PIXEL * info.width() * info.height();
        } catch (IOException e) {
            throw new Failure.Resource("FILE_ACCESS", "cannot read " + file + ": " + IoReason.of(e), e);
        }
    }

    private PictureHash.Look look(ShotNeed need, Path file, MediaInfo info) {
        return look.of(need.projectId(), file, info, project(need).resolve("look-" + need.index() + ".grey"));
    }

    private Path project(ShotNeed need) {
        return work.resolve(need.projectId());
    }

    private Fetched fetched(ShotNeed need, Offer offer, Rendition rendition) {
        Work found = offer.candidate().work();
        Path file = files.fetch(found, rendition, project(need).resolve("media"), name(need, found), this::inspect);
        MediaInfo info = inspect(file);
        PictureHash.Look shown = look(need, file, info);
        if (info.still() && small(file, info) && shown.plain()) {
            return Fetched.unusable(offer, PLAIN);
        }
        Clip clip = offer.candidate()
                .clip(
                        offer.score(),
                        file.toString(),
                        info.width(),
                        info.height(),
                        info.still() || info.seconds() <= 0 ? null : (Double) info.seconds());
        return new Fetched(offer, kind(clip, info), shown.hash(), null);
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

package dev.viralvideo.pipeline;

import dev.viralvideo.media.Candidate;
import dev.viralvideo.media.Clip;
import dev.viralvideo.media.ClipChoice;
import dev.viralvideo.media.MediaAssets;
import dev.viralvideo.media.ShotNeed;
import dev.viralvideo.media.backdrop.BackdropPlan;
import dev.viralvideo.media.backdrop.Backdrops;
import dev.viralvideo.media.local.LocalMedia;
import dev.viralvideo.project.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides over all segments at once which clip each gets, and has backdrops drawn for those that get none. */
public final class ClipDesk {
    /** What one segment will show: a clip that was found, or else a backdrop that is still to be drawn. */
    public record Pick(ShotNeed need, Clip clip, BackdropPlan backdrop) {}

    /** @param picks one for each segment, in order */
    public record Choice(List<ShotNeed> needs, List<Pick> picks) {}

    private final ClipChoice clips;
    private final Backdrops backdrops;
    private final LocalMedia local;
    private final ProgressBoard progress;

    public ClipDesk(ClipChoice clips, Backdrops backdrops, LocalMedia local, ProgressBoard progress) {
        this.clips = clips;
        this.backdrops = backdrops;
        this.local = local;
        this.progress = progress;
    }

    public Choice choose(List<ShotNeed> needs, List<List<Candidate>> candidates) {
        List<Optional<Clip>> chosen = clips.choose(needs, candidates);
        List<BackdropPlan> plans = backdrops.plan(needs);
        List<Pick> picks = new ArrayList<>();
        for (int i = 0; i < needs.size(); i++) {
            picks.add(new Pick(needs.get(i), chosen.get(i).orElse(null), plans.get(i)));
        }
        return new Choice(needs, picks);
    }

    public Clip fetch(Pick pick) {
        Clip clip = pick.clip() != null ? pick.clip() : backdrops.draw(pick.backdrop());
        progress.reached(
                pick.need().projectId(), Stage.MEDIA, "clip " + pick.need().index(), 1);
        return clip;
    }

    public MediaAssets assets(Choice choice, List<Clip> found) {
        return new MediaAssets(found, local.skipped(choice.needs()), degradations(found));
    }

    private static List<String> degradations(List<Clip> found) {
        List<Integer> drawn = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i).kind() == Clip.Kind.BACKDROP) {
                drawn.add(i + 1);
            }
        }
        if (drawn.isEmpty()) {
            return List.of();
        }
        String which = drawn.size() == found.size() ? "all segments show" : "segments " + drawn + " show";
        return List.of("pictures: no footage fits, " + which
                + " generated backdrops; put clips or stills with speaking names into media/");
    }
}

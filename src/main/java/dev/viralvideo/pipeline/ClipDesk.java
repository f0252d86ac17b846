package dev.viralvideo.pipeline;

import dev.viralvideo.json.Json;
import dev.viralvideo.media.Candidate;
import dev.viralvideo.media.Clip;
import dev.viralvideo.media.ClipChoice;
import dev.viralvideo.media.ClipFiles;
import dev.viralvideo.media.ClipRounds;
import dev.viralvideo.media.Fetched;
import dev.viralvideo.media.MediaAssets;
import dev.viralvideo.media.Offer;
import dev.viralvideo.media.RecentClips;
import dev.viralvideo.media.ShotNeed;
import dev.viralvideo.media.backdrop.BackdropPlan;
import dev.viralvideo.media.backdrop.Backdrops;
import dev.viralvideo.media.local.LocalMedia;
import dev.viralvideo.project.ProjectStore;
import dev.viralvideo.project.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Decides over all segments at once which clip each gets, and has backdrops drawn for those that get none. */
public final class ClipDesk {
    /** How many of the channel's videos count as recent. */
    private static final int RECENT_VIDEOS = 20;

    private final ClipChoice choice;
    private final ClipFiles files;
    private final Backdrops backdrops;
    private final LocalMedia local;
    private final ProjectStore store;
    private final UsagePings pings;
    private final ProgressBoard progress;

    public ClipDesk(
            ClipChoice choice,
            ClipFiles files,
            Backdrops backdrops,
            LocalMedia local,
            ProjectStore store,
            UsagePings pings,
            ProgressBoard progress) {
        this.choice = choice;
        this.files = files;
        this.backdrops = backdrops;
        this.local = local;
        this.store = store;
        this.pings = pings;
        this.progress = progress;
    }

    public Sourcing begin(Order order, List<ShotNeed> needs, List<Findings> found) {
        Findings all = found.stream().reduce(Findings.NONE, Findings::and);
        List<List<Candidate>> candidates =
                found.stream().map(Findings::candidates).toList();
        return new Sourcing(
                choice.begin(needs, candidates, recent(order.script().topic())), all.remarks());
    }

    /** Another try at the same topic is no other video: it may show the same again. */
    private RecentClips recent(String topic) {
        return RecentClips.of(store.recentMedia(topic, RECENT_VIDEOS).stream()
                .map(media -> Json.read(media, MediaAssets.class).clips())
                .toList());
    }

    public Fetched fetch(Sourcing sourcing, Offer offer) {
        ShotNeed need = sourcing.rounds().needs().get(offer.segment());
        Fetched fetched = files.fetch(need, offer);
        if (fetched.clip() != null) {
            reached(need);
        }
        return fetched;
    }

    public Sourcing after(Sourcing sourcing, List<Fetched> fetched) {
        return sourcing.after(fetched);
    }

    /** A backdrop for each segment that nothing was found for. */
    public List<BackdropPlan> missing(Sourcing sourcing) {
        ClipRounds rounds = sourcing.rounds();
        return backdrops.plan(rounds.needs()).stream()
                .filter(plan -> rounds.empty().contains(plan.need().index()))
                .toList();
    }

    public Clip draw(BackdropPlan plan) {
        Clip clip = backdrops.draw(plan);
        reached(plan.need());
        return clip;
    }

    /** @param drawn in the order of {@link #missing} */
    public MediaAssets assets(Sourcing sourcing, List<Clip> drawn) {
        ClipRounds rounds = sourcing.rounds();
        List<Clip> left = new ArrayList<>(drawn);
        List<Clip> clips = new ArrayList<>();
        for (int i = 0; i < rounds.needs().size(); i++) {
            clips.add(rounds.clip(i).orElseGet(() -> left.remove(0)));
        }
        List<String> skipped = new ArrayList<>(local.skipped(rounds.needs()));
        skipped.addAll(rounds.skipped());
        List<String> degradations = new ArrayList<>();
        sourcing.remarks().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(remark -> degradations.add("pictures: " + remark.getKey() + ": " + remark.getValue()));
        degradations.addAll(withoutFootage(rounds));
        degradations.addAll(told(rounds));
        return new MediaAssets(clips, skipped, degradations);
    }

    private static List<String> withoutFootage(ClipRounds rounds) {
        List<Integer> drawn =
                rounds.empty().stream().sorted().map(index -> index + 1).toList();
        if (drawn.isEmpty()) {
            return List.of();
        }
        String which = drawn.size() == rounds.needs().size() ? "all segments show" : "segments " + drawn + " show";
        return List.of("pictures: no footage fits, " + which
                + " generated backdrops; put clips or stills with speaking names into media/");
    }

    private List<String> told(ClipRounds rounds) {
        return rounds.settled().stream()
                .filter(fetched ->
                        fetched != null && fetched.offer().candidate().work() != null)
                .map(fetched -> fetched.offer().candidate().work())
                .flatMap(work -> pings.used("media-" + work.provider(), work).stream())
                .map(problem -> "pictures: " + problem)
                .toList();
    }

    private void reached(ShotNeed need) {
        progress.reached(need.projectId(), Stage.MEDIA, "clip " + need.index(), 1);
    }
}

package dev.viralvideo.video;

import dev.viralvideo.media.Clip;
import dev.viralvideo.video.filter.Filter;
import java.util.ArrayList;
import java.util.List;

/**
 * A video clip as a shot's picture. A clip that is longer than the shot is entered a little after its start, where
 * stock footage has settled; one that is shorter is slowed down as far as the eye lets pass, then repeated.
 */
final class VideoPicture {
    private static final double ENTRY = 0.1;
    private static final double SLOWEST = 1.25;

    /** Frames that lie a hair before the wanted time because of rounding are still wanted. */
    private static final double ROUNDING = 0.001;

    private VideoPicture() {}

    static String draw(GraphDraft draft, Shot shot, Stretch stretch) {
        double slow = slowdown(shot.clip(), (double) stretch.seen() / draft.fps());
        double start = start(shot.clip(), stretch, draft.fps(), slow);
        List<String> options = new ArrayList<>();
        // also for a clip that is long enough: what its container says of its length need not be true
        options.addAll(List.of("-stream_loop", "-1"));
        if (start > 0) {
            options.addAll(List.of("-ss", Filter.number(start)));
        }
        String pad = draft.input(shot.clip().file(), options);
        return Backing.behind(draft, shot, draft.chain(List.of(pad), filters(draft, shot, slow)));
    }

    private static List<Filter> filters(GraphDraft draft, Shot shot, double slow) {
        List<Filter> filters = new ArrayList<>();
        boolean slowed = slow > 1;
        // a fast source loses frames before they are scaled, a slow one gains copies after
        boolean fast = !slowed && shot.format().frameRate() > draft.fps() + 1;
        if (fast) {
            filters.add(frameRate(draft));
        }
        filters.add(Framing.cover(draft.width(), draft.height()));
        filters.addAll(Colour.scaled(shot.format(), draft.width(), draft.height(), "bicubic"));
        if (slowed) {
            filters.add(Filter.of("setpts").with("expr", "PTS*" + Filter.number(slow)));
        }
        if (!fast) {
            filters.add(frameRate(draft));
        }
        // should the source end all the same, its last picture stays
        filters.add(Filter.of("tpad").with("stop", -1).with("stop_mode", "clone"));
        return filters;
    }

    private static Filter frameRate(GraphDraft draft) {
        return Filter.of("fps").with("fps", draft.fps()).with("start_time", 0);
    }

    static double slowdown(Clip clip, double wanted) {
        double length = length(clip);
        return length <= 0 || length >= wanted ? 1 : Math.min(SLOWEST, wanted / length);
    }

    /** Where in the clip the stretch starts, in seconds. */
    static double start(Clip clip, Stretch stretch, int fps, double slow) {
        double length = length(clip);
        double spare = Math.max(0, length - (double) stretch.seen() / fps);
        double start = Math.min(ENTRY * length, spare) + (double) stretch.first() / fps / slow;
        double within = length > 0 ? start % length : start;
        return Math.max(0, within - ROUNDING);
    }

    private static double length(Clip clip) {
        return clip.seconds() == null ? 0 : clip.seconds();
    }
}

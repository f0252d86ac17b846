package dev.viralvideo.media;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the channel's last videos showed, so that the next one shows something else.
 *
 * @param videosAgo by {@link Candidate#key}: 0 for the last video, 1 for the one before
 * @param videos    how many are remembered, at least 1
 */
public record RecentClips(Map<String, Integer> videosAgo, int videos) {
    public static final RecentClips NONE = new RecentClips(Map.of(), 1);

    public RecentClips {
        videosAgo = Map.copyOf(videosAgo);
    }

    /** @param videos the last first */
    public static RecentClips of(List<List<Clip>> videos) {
        Map<String, Integer> videosAgo = new HashMap<>();
        for (int i = 0; i < videos.size(); i++) {
            for (Clip clip : videos.get(i)) {
                videosAgo.putIfAbsent(clip.provider() + ":" + clip.id(), i);
            }
        }
        return new RecentClips(videosAgo, Math.max(1, videos.size()));
    }

    /** 0 when the last video showed it, 1 when none of those remembered did. */
    double freshness(String key) {
        Integer ago = videosAgo.get(key);
        return ago == null ? 1 : (double) ago / videos;
    }
}

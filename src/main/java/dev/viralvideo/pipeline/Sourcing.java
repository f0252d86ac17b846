package dev.viralvideo.pipeline;

import dev.viralvideo.media.ClipRounds;
import dev.viralvideo.media.Fetched;
import dev.viralvideo.media.Offer;
import java.util.List;
import java.util.Map;

/**
 * The search for one video's pictures, between two rounds.
 *
 * @param remarks by provider: what was wrong with it
 */
public record Sourcing(ClipRounds rounds, Map<String, String> remarks) {
    public boolean open() {
        return rounds.open();
    }

    public List<Offer> picks() {
        return rounds.picks();
    }

    Sourcing after(List<Fetched> fetched) {
        return new Sourcing(rounds.after(fetched), remarks);
    }
}

package dev.viralvideo.media;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Gives each segment of a video its clip, for all segments at once, so that no clip is shown twice and a clip goes
 * where it fits best. Segments that nothing fits stay empty and get a backdrop.
 */
public final class ClipChoice {
    private final ClipRanking ranking;

    public ClipChoice(ClipRanking ranking) {
        this.ranking = ranking;
    }

    /**
     * Best score first over all segments; equal scores go by segment, then by the candidate's key, so that the result
     * does not depend on the order in which providers answered.
     *
     * @param candidates one list for each need, in the same order
     */
    public ClipRounds begin(List<ShotNeed> needs, List<List<Candidate>> candidates, RecentClips recent) {
        List<Offer> offers = new ArrayList<>();
        for (int segment = 0; segment < needs.size(); segment++) {
            ShotNeed need = needs.get(segment);
            for (Candidate candidate : candidates.get(segment)) {
                if (ranking.fits(candidate, need)) {
                    offers.add(new Offer(segment, candidate, ranking.score(candidate, need, recent)));
                }
            }
        }
        offers.sort(Comparator.comparingDouble((Offer offer) -> -offer.score().total())
                .thenComparingInt(Offer::segment)
                .thenComparing(offer -> offer.candidate().key()));
        return ClipRounds.first(needs, offers);
    }
}

package dev.viralvideo.media;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Gives each segment of a video its clip, for all segments at once, so that no clip is shown twice and a clip goes
 * where it fits best. Segments that nothing fits stay empty and get a backdrop.
 */
public final class ClipChoice {
    private final ClipRanking ranking;

    public ClipChoice(ClipRanking ranking) {
        this.ranking = ranking;
    }

    private record Offer(int segment, Candidate candidate, Score score) {}

    /**
     * Best score first over all segments; equal scores go by segment, then by the candidate's key, so that the result
     * does not depend on the order in which providers answered.
     *
     * @param candidates one list for each need, in the same order
     * @return one entry for each need, in the same order
     */
    public List<Optional<Clip>> choose(List<ShotNeed> needs, List<List<Candidate>> candidates) {
        List<Offer> offers = offers(needs, candidates);
        List<Optional<Clip>> chosen = new ArrayList<>();
        needs.forEach(need -> chosen.add(Optional.empty()));
        Set<String> taken = new HashSet<>();
        for (Offer offer : offers) {
            if (chosen.get(offer.segment()).isEmpty()
                    && taken.add(offer.candidate().key())) {
                chosen.set(offer.segment(), Optional.of(offer.candidate().scored(offer.score())));
            }
        }
        return List.copyOf(chosen);
    }

    private List<Offer> offers(List<ShotNeed> needs, List<List<Candidate>> candidates) {
        List<Offer> offers = new ArrayList<>();
        for (int segment = 0; segment < needs.size(); segment++) {
            for (Candidate candidate : candidates.get(segment)) {
                if (ranking.fits(candidate, needs.get(segment))) {
                    offers.add(new Offer(segment, candidate, ranking.score(candidate, needs.get(segment))));
                }
            }
        }
        offers.sort(Comparator.comparingDouble((Offer offer) -> -offer.score().total())
                .thenComparingInt(Offer::segment)
                .thenComparing(offer -> offer.candidate().key()));
        return offers;
    }
}

package dev.viralvideo.media;

import static dev.viralvideo.media.ClipRankingTest.candidate;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ClipChoiceTest {
    private final ClipChoice choice = new ClipChoice(new ClipRanking());
    private final List<ShotNeed> needs = List.of(Needs.of(0, "bee"), Needs.of(1, "flower"), Needs.of(2, "honey"));

    private List<Optional<Clip>> choose(List<List<Candidate>> candidates) {
        ClipRounds rounds = choice.begin(needs, candidates, RecentClips.NONE);
        rounds = rounds.after(rounds.picks().stream()
                .map(offer -> new Fetched(offer, clip(offer), PictureHash.NOTHING, null))
                .toList());
        return List.of(rounds.clip(0), rounds.clip(1), rounds.clip(2));
    }

    private static Clip clip(Offer offer) {
        Candidate candidate = offer.candidate();
        return candidate.clip(offer.score(), candidate.source(), 1080, 1920, candidate.seconds());
    }

    @Test
    void aClipGoesWhereItFitsBestAndNowhereElse() {
        Candidate weak = candidate("only", 1080, 1920, 9.0, 0.5);
        Candidate strong = candidate("only", 1080, 1920, 9.0, 1);
        List<Optional<Clip>> chosen = choose(List.of(List.of(weak), List.of(strong), List.of(weak)));
        assertThat(chosen.get(0)).isEmpty();
        assertThat(chosen.get(1)).map(Clip::id).contains("only");
        assertThat(chosen.get(2)).isEmpty();
    }

    @Test
    void aSegmentThatLosesItsBestClipTakesItsNext() {
        Candidate shared = candidate("shared", 1080, 1920, 9.0, 1);
        Candidate other = candidate("other", 1080, 1920, 9.0, 0.6);
        List<Optional<Clip>> chosen = choose(List.of(List.of(shared), List.of(shared, other), List.of()));
        assertThat(chosen).extracting(c -> c.map(Clip::id).orElse("-")).containsExactly("shared", "other", "-");
    }

    @Test
    void theOrderInWhichProvidersAnsweredDoesNotMatter() {
        List<Candidate> offered = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            offered.add(candidate("c" + i, 1080, 1920, 9.0, 0.5 + (i % 3) * 0.1));
        }
        List<Optional<Clip>> first = choose(List.of(offered, offered, offered));
        for (int round = 0; round < 20; round++) {
            List<Candidate> shuffled = new ArrayList<>(offered);
            Collections.shuffle(shuffled, new Random(round));
            assertThat(choose(List.of(shuffled, offered, shuffled))).isEqualTo(first);
        }
        assertThat(first).extracting(c -> c.orElseThrow().id()).doesNotHaveDuplicates();
    }

    @Test
    void theSameContentUnderTwoNamesIsOneClip() {
        Candidate one = candidate("hash", 1080, 1920, 9.0, 1);
        Candidate copy = candidate("hash", 1080, 1920, 9.0, 0.9);
        List<Optional<Clip>> chosen = choose(List.of(List.of(one, copy), List.of(copy), List.of()));
        assertThat(chosen.stream().flatMap(Optional::stream)).hasSize(1);
    }
}

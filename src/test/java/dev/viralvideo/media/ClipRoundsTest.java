package dev.viralvideo.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.viralvideo.stock.Licence;
import dev.viralvideo.stock.Rendition;
import dev.viralvideo.stock.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ClipRoundsTest {
    private final List<ShotNeed> needs = List.of(Needs.of(0, "bee"), Needs.of(1, "bee"));

    @Test
    void aSegmentWhoseClipCannotBeHadTakesItsNext() {
        ClipRounds rounds = begin(List.of(work("x", "broken", "bee"), work("x", "good", "bee")), List.of());

        rounds = run(rounds, offer -> offer.candidate().id().equals("broken") ? null : 0b1010L);

        assertThat(rounds.clip(0)).map(Clip::id).contains("good");
        assertThat(rounds.skipped()).containsExactly("x:broken: gone");
        assertThat(rounds.empty()).containsExactly(1);
    }

    @Test
    void theSamePictureFromTwoProvidersIsShownOnce() {
        ClipRounds rounds =
                begin(List.of(work("x", "a", "bee")), List.of(work("y", "copy", "bee"), work("y", "other", "bee")));

        rounds = run(rounds, offer -> offer.candidate().id().equals("other") ? 0xFFFF0000L : 0x0F0F0F0FL);

        assertThat(rounds.clip(0)).map(Clip::id).contains("a");
        assertThat(rounds.clip(1)).map(Clip::id).contains("other");
        assertThat(rounds.skipped()).singleElement().asString().contains("y:copy", "x:a", "segment 1");
    }

    @Test
    void theSameFileOfferedByTwoProvidersIsOneClipBeforeItIsFetched() {
        Work here = work("x", "a", "bee");
        Work there = new Work("y", "b", here.kind(), here.renditions(), null, "bee", here.licence(), null);

        assertThat(begin(List.of(here), List.of(there)).picks()).hasSize(1);
    }

    @Test
    void aProviderWhoseFilesAreAllBrokenIsLeftBehind() {
        List<Work> broken = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            broken.add(work("x", "b" + i, "bee"));
        }
        ClipRounds rounds = run(begin(broken, broken), offer -> null);

        assertThat(rounds.open()).isFalse();
        assertThat(rounds.empty()).containsExactlyInAnyOrder(0, 1);
        assertThat(rounds.skipped()).hasSizeBetween(8, 16);
    }

    @Test
    void aClipOfTheLastVideosStandsBackBehindAFreshOneThatFitsAsWell() {
        Work seen = work("x", "seen", "bee");
        Work fresh = work("x", "a-fresh", "bee");
        RecentClips recent = new RecentClips(Map.of("x:seen", 0), 20);
        ClipRanking ranking = new ClipRanking();
        assertThat(ranking.score(Candidate.of(seen, "bee", 0), needs.get(0), recent)
                        .total())
                .isLessThan(ranking.score(Candidate.of(fresh, "bee", 0), needs.get(0), recent)
                        .total());
        assertThat(recent.freshness("x:other")).isEqualTo(1);
    }

    @Test
    void aTitleWithoutTheWordsCountsLessThanNoTitle() {
        ClipRanking ranking = new ClipRanking();
        double none = ranking.score(Candidate.of(work("x", "1", ""), "bee", 0), needs.get(0))
                .total();
        double wrong = ranking.score(Candidate.of(work("x", "2", "office desk"), "bee", 0), needs.get(0))
                .total();
        double right = ranking.score(Candidate.of(work("x", "3", "bee on a flower"), "bee", 0), needs.get(0))
                .total();
        assertThat(right).isGreaterThan(none);
        assertThat(none).isGreaterThan(wrong);
        assertThat(ranking.fits(Candidate.of(work("x", "4", "office desk"), "bee", 5), needs.get(0)))
                .isFalse();
    }

    private ClipRounds begin(List<Work> first, List<Work> second) {
        return new ClipChoice(new ClipRanking())
                .begin(needs, List.of(candidates(first), candidates(second)), RecentClips.NONE);
    }

    private static List<Candidate> candidates(List<Work> works) {
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < works.size(); i++) {
            candidates.add(Candidate.of(works.get(i), "bee", i));
        }
        return candidates;
    }

    /** @param look null when the clip cannot be had */
    private static ClipRounds run(ClipRounds rounds, Function<Offer, Long> look) {
        ClipRounds now = rounds;
        while (now.open()) {
            now = now.after(now.picks().stream()
                    .map(offer -> look.apply(offer) == null
                            ? Fetched.unusable(offer, "gone")
                            : new Fetched(
                                    offer,
                                    offer.candidate().clip(offer.score(), "f", 1080, 1920, null),
                                    look.apply(offer),
                                    null))
                    .toList());
        }
        return now;
    }

    private static Work work(String provider, String id, String text) {
        String url = "https://" + provider + ".example/" + id;
        return new Work(
                provider,
                id,
                Work.Kind.STILL,
                List.of(new Rendition(url, 1080, 1920, null, null, null)),
                null,
                text,
                Licence.of("CC0-1.0", "CC0 1.0", null),
                null);
    }
}

package dev.viralvideo.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.viralvideo.stock.Licence;
import org.junit.jupiter.api.Test;

class ClipRankingTest {
    private final ClipRanking ranking = new ClipRanking();
    private final ShotNeed need = Needs.of(0, "bee");

    static Candidate candidate(String id, Integer width, Integer height, Double seconds, double relevance) {
        Clip.Kind kind = seconds == null ? Clip.Kind.STILL : Clip.Kind.VIDEO;
        return new Candidate(
                "local", id, kind, "/m/" + id, width, height, seconds, "bee", "bee", 0, relevance, Licence.OWN, null);
    }

    @Test
    void weightsSumToOneSoThatTheScoreStaysBelowIt() {
        assertThat(ClipRanking.WEIGHTS.values().stream().mapToDouble(w -> w).sum())
                .isEqualTo(1);
        assertThat(ranking.score(candidate("a", 1080, 1920, 9.0, 1), need).total())
                .isEqualTo(1);
    }

    @Test
    void everyPartIsNamedSoThatAUserSeesWhy() {
        assertThat(ranking.score(candidate("a", 1920, 1080, 2.5, 0.8), need).parts())
                .containsEntry("relevance", 0.8)
                .containsEntry("orientation", 0.316)
                .containsEntry("resolution", 0.741)
                .containsEntry("length", 0.5)
                .containsEntry("motion", 1.0);
    }

    @Test
    void relevanceOutweighsALooksOnlyAdvantage() {
        double right = ranking.score(candidate("a", 640, 360, null, 1), need).total();
        double wrong = ranking.score(candidate("b", 1080, 1920, 9.0, 0.3), need).total();
        assertThat(right).isGreaterThan(wrong);
    }

    @Test
    void whatAProviderDoesNotTellIsNeutral() {
        assertThat(ranking.score(candidate("a", null, null, null, 1), need).parts())
                .containsEntry("orientation", 0.5)
                .containsEntry("resolution", 0.5);
    }

    @Test
    void anIrrelevantClipDoesNotFitHoweverGoodItLooks() {
        assertThat(ranking.fits(candidate("a", 1080, 1920, 9.0, 0.2), need)).isFalse();
    }

    @Test
    void aHostedCandidateIsJudgedByItsRankAndWords() {
        Candidate first =
                new Candidate("x", "1", Clip.Kind.VIDEO, "u", null, null, null, "", "bee", 0, null, Licence.OWN, null);
        Candidate tenth =
                new Candidate("x", "2", Clip.Kind.VIDEO, "u", null, null, null, "", "bee", 9, null, Licence.OWN, null);
        assertThat(ranking.score(first, need).total())
                .isGreaterThan(ranking.score(tenth, need).total());
    }
}

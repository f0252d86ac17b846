package dev.viralvideo.media.illustration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.viralvideo.intake.Aspect;
import dev.viralvideo.media.Needs;
import dev.viralvideo.media.ShotNeed;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CastingTest {
    private final Casting casting = new Casting(Illustrations.bundled());

    @Test
    void theOpeningShowsTheSubjectAndEverySegmentAnotherPicture() {
        List<Casting.Part> parts = casting.cast(sevenTimes("honey bee", "bee", "insect"));
        assertThat(parts.get(0).lead().name()).isEqualTo("honeybee");
        assertThat(parts)
                .extracting(part -> part.lead().name())
                .doesNotHaveDuplicates()
                .doesNotContain("cockroach");
    }

    @Test
    void aSegmentsOwnWordsComeBeforeTheTopic() {
        List<ShotNeed> needs = List.of(
                Needs.of(0, "honey bee"), Needs.of(1, "honey bee", "queen"), Needs.of(2, "honey bee", "sunflower"));
        assertThat(casting.cast(needs))
                .extracting(part -> part.lead().name())
                .containsExactly("honeybee", "crown", "sunflower");
    }

    @Test
    void theSubjectReturnsRatherThanSomethingUnrelated() {
        assertThat(casting.cast(sevenTimes("peanut butter")))
                .extracting(part -> part.lead().name())
                .allMatch(name -> List.of(
                                "butter",
                                "peanuts",
                                "chestnut",
                                "glass-of-milk",
                                "cheese-wedge",
                                "cow-face",
                                "coconut",
                                "chipmunk",
                                "bread",
                                "popcorn")
                        .contains(name));
    }

    @Test
    void unknownWordsGetSomethingThatSaysNothingWrong() {
        List<Casting.Part> parts = casting.cast(sevenTimes("zzyzx qwrt", "🐝", "漢字"));
        assertThat(parts).extracting(part -> part.lead().name()).doesNotHaveDuplicates();
    }

    @Test
    void whatASegmentIsAboutIsNotTakenByAnotherAsAStopgap() {
        List<ShotNeed> needs = List.of(
                Needs.of(0, "musical instrument"),
                Needs.of(1, "koto", "stringed instrument"),
                Needs.of(2, "electric guitar", "guitar"));
        assertThat(casting.cast(needs).get(2).lead().name()).isEqualTo("guitar");
    }

    @Test
    void theClosingReturnsToTheSubjectAndGathersWhatWasShown() {
        List<ShotNeed> needs = new ArrayList<>(sevenTimes("coffee"));
        needs.set(6, Needs.closing(6, "coffee"));
        List<Casting.Part> parts = casting.cast(needs);
        assertThat(parts.get(6).lead()).isEqualTo(parts.get(0).lead());
        assertThat(parts.get(6).companions())
                .hasSize(3)
                .isSubsetOf(parts.stream().map(Casting.Part::lead).toList());
    }

    private static List<ShotNeed> sevenTimes(String... terms) {
        List<ShotNeed> needs = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            needs.add(Needs.with(i, Aspect.PORTRAIT, List.of(), terms));
        }
        return needs;
    }
}

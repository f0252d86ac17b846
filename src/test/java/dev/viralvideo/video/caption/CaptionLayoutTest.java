package dev.viralvideo.video.caption;

import static org.assertj.core.api.Assertions.assertThat;

import dev.viralvideo.audio.WordTiming;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class CaptionLayoutTest {
    private final CaptionStyle style = Samples.style("boxed");
    private final CaptionLayout layout = new CaptionLayout(style, Samples.FONTS.face("Montserrat-Bold"));

    @Test
    void breaksAtPunctuation() {
        assertThat(texts("Bees dance. They talk, too! Yes"))
                .containsExactly("Bees dance.", "They talk,", "too!", "Yes");
    }

    @Test
    void breaksAtAPause() {
        assertThat(texts("Bees | dance")).containsExactly("Bees", "dance");
    }

    @Test
    void splitsALongSentenceEvenly() {
        assertThat(texts("a b c d e")).containsExactly("a b", "c d e");
    }

    @Test
    void keepsToTheNumberOfLetters() {
        assertThat(texts("wonderful honey producing insects everywhere"))
                .allSatisfy(text -> assertThat(text.length()).isLessThanOrEqualTo(style.letters()));
    }

    @Test
    void aWordIsMarkedExactlyWhileItIsSpoken() {
        Caption caption = captions("Honey bees dance").get(0);

        assertThat(caption.words())
                .containsExactly(
                        new Caption.Word("Honey", 15, 24),
                        new Caption.Word("bees", 24, 33),
                        new Caption.Word("dance", 33, 42));
    }

    @Test
    void staysThroughAShortGapAndGoesInALongOne() {
        List<WordTiming> timings = List.of(
                new WordTiming("One.", 0, 0.5), new WordTiming("Two.", 0.8, 1.4), new WordTiming("Three.", 3, 3.5));

        List<Caption> captions = layout.captions(timings, 0, 200);

        assertThat(captions.get(0).to()).isEqualTo(captions.get(1).from());
        assertThat(captions.get(1).to()).isEqualTo(42);
        assertThat(captions.get(2).from()).isEqualTo(90);
    }

    @Test
    void isShownLongEnoughToBeRead() {
        List<Caption> captions =
                layout.captions(List.of(new WordTiming("No.", 0, 0.1), new WordTiming("Yes.", 2, 2.1)), 0, 200);

        assertThat(captions).allSatisfy(caption -> assertThat(caption.to() - caption.from())
                .isGreaterThanOrEqualTo(CaptionLayout.SHORTEST));
    }

    @Test
    void capitalsAndLeftOutPunctuationAreTheStylesChoice() {
        CaptionLayout pop = new CaptionLayout(Samples.style("pop"), Samples.FONTS.face("Anton-Regular"));

        assertThat(pop.captions(Samples.words("“Don’t” stop, ever. Why?"), 0, 200))
                .extracting(caption -> String.join(" ", caption.texts()))
                .containsExactly("DON’T STOP", "EVER", "WHY?");
    }

    @Test
    void aWordWithoutAnyGlyphIsLeftOut() {
        assertThat(texts("Bees 🐝 dance")).containsExactly("Bees dance");
    }

    @Test
    void nothingSpokenIsNoCaption() {
        assertThat(layout.captions(List.of(), 0, 100)).isEmpty();
    }

    @RepeatedTest(100)
    void captionsNeverOverlapAndKeepTheOrderWhateverTheTimes(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<WordTiming> timings = new ArrayList<>();
        double at = random.nextDouble();
        int count = 1 + random.nextInt(40);
        for (int i = 0; i < count; i++) {
            double length = random.nextInt(6) == 0 ? 0 : random.nextDouble() * 0.6;
            timings.add(new WordTiming("w" + i + (random.nextInt(5) == 0 ? "." : ""), at, at + length));
            at += length * (random.nextInt(8) == 0 ? 0.5 : 1) + (random.nextInt(4) == 0 ? random.nextDouble() : 0);
        }
        int frames = (int) (at * 30) + random.nextInt(30) - 10;

        List<Caption> captions = layout.captions(timings, 0.2, frames);

        int earliest = 0;
        for (Caption caption : captions) {
            assertThat(caption.from()).isGreaterThanOrEqualTo(earliest);
            assertThat(caption.to()).isGreaterThan(caption.from()).isLessThanOrEqualTo(frames);
            assertThat(caption.words()).hasSizeBetween(1, style.words());
            for (Caption.Word word : caption.words()) {
                assertThat(word.from()).isGreaterThanOrEqualTo(earliest);
                assertThat(word.to()).isGreaterThan(word.from()).isLessThanOrEqualTo(caption.to());
                earliest = word.to();
            }
            earliest = caption.to();
        }
        assertThat(CaptionTimeline.of(captions, frames, 2).frames()).isEqualTo(Math.max(0, frames));
    }

    private List<Caption> captions(String text) {
        return layout.captions(Samples.words(text), 0.5, 600);
    }

    private List<String> texts(String text) {
        return captions(text).stream()
                .map(caption -> String.join(" ", caption.texts()))
                .toList();
    }
}

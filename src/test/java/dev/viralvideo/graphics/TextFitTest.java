package dev.viralvideo.graphics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Rectangle2D;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class TextFitTest {
    private static final String LETTERS = "aeiouäößnstrlmWMjgÉŁčő’-!?ЖΩ日مש🐝";

    private final Face face = Fonts.prepare(Path.of("target/test-cache")).face("Anton-Regular");

    @RepeatedTest(60)
    void noInkLeavesTheBoxWhateverTheText(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        double width = 120 + random.nextInt(900);
        double height = 90 + random.nextInt(400);
        boolean centred = random.nextBoolean();
        Lettering lettering = new Lettering(20 + random.nextInt(150), 12, 0.01, 1.2, 0.05, 0.1, centred);
        List<String> words = words(random);

        new TextFit(face, lettering, width, height, 1 + random.nextInt(4))
                .set(words)
                .ifPresent(block -> {
                    Rectangle2D ink = block.ink();
                    double margin = 0.1 * block.size() - 0.02;
                    assertThat(ink.getMinX()).as("%s", words).isGreaterThanOrEqualTo(margin);
                    assertThat(ink.getMaxX()).as("%s", words).isLessThanOrEqualTo(width - margin);
                    assertThat(ink.getHeight() + 2 * margin).as("%s", words).isLessThanOrEqualTo(height);
                });
    }

    @RepeatedTest(20)
    void everyWordThatCanBeDrawnIsThereInOrder(RepetitionInfo repetition) {
        List<String> words = words(new Random(repetition.getCurrentRepetition()));
        List<Integer> drawable = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            if (face.shape(words.get(i), 0).isPresent()) {
                drawable.add(i);
            }
        }

        List<Integer> set = new TextFit(face, new Lettering(60, 30, 0, 1.2, 0, 0, true), 300, 300, 2)
                .set(words)
                .map(block -> block.words().stream()
                        .map(TextBlock.Word::index)
                        .distinct()
                        .toList())
                .orElse(List.of());

        assertThat(set).isEqualTo(drawable);
    }

    @Test
    void aShortTextKeepsItsSize() {
        assertThat(block(1000, "Honey", "bees").size()).isEqualTo(100);
    }

    @Test
    void aLongWordIsMadeSmallerBeforeItIsBroken() {
        TextBlock block = block(420, "extraordinary");

        assertThat(block.words()).hasSize(1);
        assertThat(block.size()).isLessThan(100).isGreaterThanOrEqualTo(50);
    }

    @Test
    void aWordThatFitsAtNoSizeIsBroken() {
        TextBlock block = block(420, "Donaudampfschifffahrtsgesellschaftskapitän");

        assertThat(block.words()).hasSizeGreaterThan(1).allMatch(word -> word.index() == 0);
        assertThat(block.lines()).isGreaterThan(1);
    }

    @Test
    void aWordThatHasAHyphenIsBrokenThere() {
        Lettering lettering = new Lettering(100, 100, 0, 1.2, 0, 0, true);
        TextBlock block = new TextFit(face, lettering, 560, 400, 3)
                .set(List.of("bottom-dwellers"))
                .orElseThrow();
        double bottom = face.shape("bottom-", 0).orElseThrow().advance() * block.size() / Face.UNITS;

        assertThat(block.words()).hasSize(2);
        assertThat(block.words().get(0).ink().getWidth()).isCloseTo(bottom, within(0.1 * block.size()));
    }

    @Test
    void linesAreEven() {
        TextBlock block = block(430, "one", "two", "three", "four");

        assertThat(block.words().stream().collect(Collectors.groupingBy(TextBlock.Word::line, Collectors.counting())))
                .hasSize(2)
                .allSatisfy((line, words) -> assertThat(words).isEqualTo(2));
    }

    @Test
    void wordsOfARightToLeftScriptStandFromTheRight() {
        TextBlock block = block(1000, "مرحبا", "بالعالم");

        assertThat(block.words().get(0).ink().getMinX())
                .isGreaterThan(block.words().get(1).ink().getMaxX());
    }

    @Test
    void aWholeEssayIsMadeTinyRatherThanCutOff() {
        TextBlock block = new TextFit(face, new Lettering(100, 50, 0, 1.2, 0, 0, true), 800, 400, 3)
                .set(Collections.nCopies(1500, "honey"))
                .orElseThrow();

        assertThat(block.words()).hasSize(1500);
        assertThat(block.ink().getHeight()).isLessThanOrEqualTo(400);
    }

    @Test
    void nothingToDrawIsNothing() {
        assertThat(new TextFit(face, new Lettering(60, 30, 0, 1.2, 0, 0, true), 300, 300, 2).set(List.of("🐝", "")))
                .isEmpty();
    }

    private TextBlock block(double width, String... words) {
        return new TextFit(face, new Lettering(100, 50, 0, 1.2, 0, 0, true), width, 400, 3)
                .set(List.of(words))
                .orElseThrow();
    }

    private static List<String> words(Random random) {
        return random.ints(1 + random.nextInt(7), 1, 1 + (random.nextInt(5) == 0 ? 60 : 12))
                .mapToObj(length -> random.ints(length, 0, LETTERS.codePointCount(0, LETTERS.length()))
                        .mapToObj(at -> Character.toString(LETTERS.codePointAt(LETTERS.offsetByCodePoints(0, at))))
                        .collect(Collectors.joining()))
                .toList();
    }
}

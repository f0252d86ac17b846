package dev.viralvideo.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class WordTimesTest {
    private static final String TEXT = "Fog rolls in, and the keeper climbs 25 stairs.";

    @Test
    void characters_become_words() {
        List<WordTiming> words = times("Fog rolls in.", characters("Fog rolls in.", 0.5, 0.1), 2.0);
        assertThat(words).extracting(WordTiming::word).containsExactly("Fog", "rolls", "in.");
        is(words.get(0), 0.5, 0.8);
        is(words.get(1), 0.9, 1.4);
        is(words.get(2), 1.5, 1.7);
    }

    @Test
    void a_mark_that_came_as_a_word_of_its_own_is_no_word() {
        List<TimedText> told = List.of(
                told("Fog", 0.275, 0.6125), told("rolls", 0.6125, 0.9), told("in", 0.9, 1.1), told(".", 1.1, 1.35));
        List<WordTiming> words = times("Fog rolls in.", told, 1.5);
        assertThat(words).extracting(WordTiming::word).containsExactly("Fog", "rolls", "in.");
        is(words.get(2), 0.9, 1.1);
    }

    @Test
    void what_was_spoken_otherwise_than_written_shares_the_time_between_its_neighbours() {
        List<TimedText> told = words(0.2, 0.3, "Fog rolls in , and the keeper climbs twenty five stairs .");
        List<WordTiming> words = times(TEXT, told, 5);
        WordTiming number = words.get(7);
        assertThat(number.word()).isEqualTo("25");
        assertThat(number.start()).isEqualTo(words.get(6).end());
        assertThat(number.end()).isEqualTo(words.get(8).start());
        assertThat(words.get(8).start()).isCloseTo(0.2 + 10 * 0.3, within(1e-6));
    }

    @Test
    void words_that_were_split_or_joined_find_their_letters() {
        List<TimedText> told = List.of(
                told("Do", 0.1, 0.2), told("n't", 0.2, 0.4), told("stop", 0.4, 0.8), told("thelighthouse", 0.8, 2.1));
        List<WordTiming> words = times("Don't stop the lighthouse!", told, 2.2);
        assertThat(words).extracting(WordTiming::word).containsExactly("Don't", "stop", "the", "lighthouse!");
        is(words.get(0), 0.1, 0.4);
        is(words.get(2), 0.8, 1.1);
        is(words.get(3), 1.1, 2.1);
    }

    @Test
    void times_that_cannot_be_true_are_none() {
        List<TimedText> good = words(0.1, 0.3, "Fog rolls in");
        assertThat(of("Fog rolls in", List.of(), 2)).isEmpty();
        assertThat(of("", good, 2)).isEmpty();
        assertThat(of("Another text altogether", good, 2)).as("of another text").isEmpty();
        assertThat(of("Fog rolls in", good, 0.5)).as("beyond the end").isEmpty();
        assertThat(of("Fog rolls in", List.of(good.get(2), good.get(1), good.get(0)), 2))
                .as("out of order")
                .isEmpty();
        assertThat(of("Fog rolls in", List.of(told("Fog", 0, 0), told("rolls", 0, 0), told("in", 0, 0)), 2))
                .as("without length")
                .isEmpty();
        assertThat(of("Fog rolls in", List.of(told("Fog", 0.5, 0.2), good.get(1), good.get(2)), 2))
                .as("ends before it starts")
                .isEmpty();
        assertThat(of("Fog rolls in", List.of(told("Fog", Double.NaN, 0.2), good.get(1), good.get(2)), 2))
                .as("no number")
                .isEmpty();
    }

    @Test
    void the_last_word_ends_with_the_sound() {
        List<WordTiming> words = times("Fog rolls in", words(0.1, 0.3, "Fog rolls in"), 0.95);
        assertThat(words.get(2).end()).isEqualTo(0.95);
    }

    @RepeatedTest(200)
    void whatever_is_told_words_stay_in_order_and_inside(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<String> written = WrittenWords.of(TEXT);
        List<TimedText> told = new ArrayList<>();
        double at = random.nextDouble() * 0.3;
        for (String word : "Fog rolls in , and the keeper climbs twenty five stairs .".split(" ")) {
            double length = random.nextDouble() * 0.5;
            if (random.nextInt(5) > 0) {
                told.add(told(random.nextInt(8) == 0 ? "hm" : word, at, at + length));
            }
            at += length * random.nextDouble() * 1.2;
        }
        double seconds = Math.max(0.5, at + random.nextDouble() - 0.3);

        Optional<List<WordTiming>> words = WordTimes.of(written, told, seconds);

        words.ifPresent(found -> {
            assertThat(found).extracting(WordTiming::word).isEqualTo(written);
            double last = 0;
            for (WordTiming word : found) {
                assertThat(word.start()).isGreaterThanOrEqualTo(last);
                assertThat(word.end()).isBetween(word.start(), seconds);
                last = word.start();
            }
        });
    }

    private static Optional<List<WordTiming>> of(String text, List<TimedText> told, double seconds) {
        return WordTimes.of(WrittenWords.of(text), told, seconds);
    }

    private static List<WordTiming> times(String text, List<TimedText> told, double seconds) {
        return of(text, told, seconds).orElseThrow();
    }

    private static void is(WordTiming word, double start, double end) {
        assertThat(word.start()).isCloseTo(start, within(1e-6));
        assertThat(word.end()).isCloseTo(end, within(1e-6));
    }

    private static List<TimedText> characters(String text, double from, double each) {
        return IntStream.range(0, text.length())
                .mapToObj(i -> told(text.substring(i, i + 1), from + i * each, from + (i + 1) * each))
                .toList();
    }

    private static List<TimedText> words(double from, double each, String text) {
        List<String> words = Arrays.asList(text.split(" "));
        return IntStream.range(0, words.size())
                .mapToObj(i -> told(words.get(i), from + i * each, from + (i + 1) * each))
                .toList();
    }

    private static TimedText told(String text, double start, double end) {
        return new TimedText(text, start, end);
    }
}

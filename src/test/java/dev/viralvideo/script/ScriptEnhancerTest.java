package dev.viralvideo.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptEnhancerTest {
    private static final Template LISTICLE =
            Templates.load(List.of(Path.of("templates"))).get("listicle");

    private final ScriptEnhancer enhancer = new ScriptEnhancer(SpeakingRate.DEFAULT);

    @Test
    void aScriptThatFitsStaysTheSame() {
        Script script = script(5, "wordnet");
        assertThat(enhancer.enhance(script, LISTICLE, 70)).isSameAs(script);
    }

    @Test
    void secondSentencesGoFirst() {
        Script tight = enhancer.enhance(script(5, "wordnet"), LISTICLE, 44);
        assertThat(items(tight)).hasSize(5).allMatch(item -> item.narration()
                .matches("Number \\w+\\. The .* sea[.,].*"));
        assertThat(items(tight)).anyMatch(item -> !item.narration().contains("It sleeps"));
    }

    @Test
    void thenItemsGoAndEveryNumberFollows() {
        Script tight = enhancer.enhance(script(6, "wordnet"), LISTICLE, 20);
        assertThat(items(tight)).hasSize(3);
        assertThat(items(tight).stream().map(Segment::number)).containsExactly(1, 2, 3);
        assertThat(items(tight).get(2).narration()).startsWith("Number three. The animal6 ");
        assertThat(tight.title()).isEqualTo("3 Facts About Fish");
        assertThat(tight.segments().get(0).narration()).isEqualTo("Three facts about fish.");
        assertThat(tight.segments().get(4).narration()).isEqualTo("Did you know all three?");
        assertThat(tight.description()).startsWith("3 Facts").contains("3. ").doesNotContain("4. ");
        assertThat(tight.segments().stream().map(Segment::index)).containsExactly(0, 1, 2, 3, 4);
        assertThat(tight.degradations()).anyMatch(reason -> reason.contains("3 items were left out"));
    }

    @Test
    void noSentenceIsCutInHalf() {
        Script script = script(6, "wordnet");
        String all = script.segments().stream().map(Segment::narration).reduce("", (a, b) -> a + " " + b);
        for (Segment segment : items(enhancer.enhance(script, LISTICLE, 30))) {
            List<String> sentences = Texts.sentences(segment.narration());
            assertThat(segment.narration()).endsWith(".");
            for (String sentence : sentences.subList(1, sentences.size())) {
                boolean whole = all.contains(sentence) || all.contains(sentence.replace(".", ", which is deep."));
                assertThat(whole).as(sentence).isTrue();
            }
        }
    }

    @Test
    void whatCannotBeReachedIsTold() {
        assertThat(enhancer.enhance(script(3, "wordnet"), LISTICLE, 8).degradations())
                .anyMatch(reason -> reason.contains("cannot be shortened further"));
        assertThat(enhancer.enhance(script(3, "wordnet"), LISTICLE, 300).degradations())
                .anyMatch(reason -> reason.contains("there is no more to say"));
    }

    @Test
    void theUsersOwnWordsAreNeverTouched() {
        Script script = script(6, "own");
        assertThat(enhancer.enhance(script, LISTICLE, 20).segments()).isEqualTo(script.segments());
    }

    @Test
    void sideRemarksGoAtSafePoints() {
        assertThat(Shortening.SIDE_REMARK.apply("The sea (of salt) is deep.")).isEqualTo("The sea is deep.");
        assertThat(Shortening.SIDE_REMARK.apply("The sea, which is old, is deep."))
                .isEqualTo("The sea is deep.");
        assertThat(Shortening.SIDE_REMARK.apply("It lives in the sea, which is deep."))
                .isEqualTo("It lives in the sea.");
        assertThat(Shortening.SIDE_REMARK.apply("Red, green and blue.")).isEqualTo("Red, green and blue.");
        assertThat(Shortening.LAST_SENTENCE.apply("Number one. The sea is very deep and cold."))
                .isEqualTo("Number one. The sea is very deep and cold.");
    }

    private static List<Segment> items(Script script) {
        return script.segments().stream()
                .filter(segment -> segment.kind() == Segment.Kind.ITEM)
                .toList();
    }

    private static Script script(int items, String writer) {
        List<Segment> segments = new ArrayList<>();
        segments.add(segment(0, Segment.Kind.HOOK, null, TitleCase.of(NumberWords.word(items)) + " facts about fish."));
        for (int i = 1; i <= items; i++) {
            segments.add(segment(
                    i,
                    Segment.Kind.ITEM,
                    i,
                    "Number " + NumberWords.word(i) + ". The animal" + i
                            + " lives alone in a cold blue sea, which is deep. It sleeps all day and hunts at night."));
        }
        segments.add(segment(items + 1, Segment.Kind.OUTRO, null, "Did you know all " + NumberWords.word(items) + "?"));
        String title = items + " Facts About Fish";
        return new Script(
                "fish",
                title,
                PostText.description(title, segments),
                "listicle",
                "en",
                writer,
                segments,
                List.of("fish"),
                List.of());
    }

    private static Segment segment(int index, Segment.Kind kind, Integer number, String text) {
        return new Segment(index, kind, number, text, "Fish " + index, List.of("fish"), "test");
    }
}

package dev.viralvideo.script;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptValidatorTest {
    private static final Template FACTS =
            Templates.load(List.of(Path.of("templates"))).get("facts");

    private final ScriptValidator validator = new ScriptValidator(SpeakingRate.DEFAULT);
    private final List<Segment> segments = new ArrayList<>(List.of(
            segment(0, Segment.Kind.HOOK, "Let's talk about the sea and all that lives in it."),
            segment(1, Segment.Kind.ITEM, "The sea is deep and dark and cold and very wide."),
            segment(2, Segment.Kind.ITEM, "The sea is salty because rivers bring salt from the land."),
            segment(3, Segment.Kind.ITEM, "The sea is home to whales and fish and many other animals."),
            segment(4, Segment.Kind.OUTRO, "Follow for more.")));

    @Test
    void aGoodScriptPasses() {
        assertThatCode(() -> check(20)).doesNotThrowAnyException();
    }

    @Test
    void theStructureIsChecked() {
        segments.remove(3);
        segments.remove(2);
        segments.remove(0);
        assertThatThrownBy(() -> check(15))
                .hasMessageContaining("it has 1 items, template facts needs at least 2")
                .hasMessageContaining("segment 0 is no hook")
                .hasMessageContaining("segment 0 says it is number 1");
    }

    @Test
    void everySegmentNeedsItsParts() {
        segments.set(1, new Segment(1, Segment.Kind.ITEM, null, " ", "", List.of(), ""));
        assertThatThrownBy(() -> check(20))
                .hasMessageContaining("segment 1 has no narration")
                .hasMessageContaining("segment 1 has no on-screen text")
                .hasMessageContaining("segment 1 has no search term")
                .hasMessageContaining("segment 1 names no source");
    }

    @Test
    void repetitionsAreFound() {
        segments.set(3, segment(3, Segment.Kind.ITEM, "The sea is DEEP and dark, and cold, and very wide!"));
        assertThatThrownBy(() -> check(20)).hasMessageContaining("segment 3 says the same as segment 1");
    }

    @Test
    void charactersThatCannotBeSpokenAreNamed() {
        segments.set(2, segment(2, Segment.Kind.ITEM, "The sea is {salty} because rivers bring salt."));
        assertThatThrownBy(() -> check(20)).hasMessageContaining("segment 2 has U+007B in its narration");
    }

    @Test
    void theLengthIsComparedWithTheTarget() {
        assertThatThrownBy(() -> check(200)).hasMessageContaining("for a target of 200 s; lower the duration");
        assertThatThrownBy(() -> check(5)).hasMessageContaining("for a target of 5 s; raise the duration");
    }

    @Test
    void numbersCountUp() {
        segments.set(
                1,
                new Segment(
                        1,
                        Segment.Kind.ITEM,
                        2,
                        "The sea is deep and dark and cold and wide.",
                        "Sea",
                        List.of("sea"),
                        "x"));
        assertThatThrownBy(() -> check(20)).hasMessageContaining("segment 1 shows 2; count items from 1");
    }

    private void check(double seconds) {
        validator.check(
                new Script("sea", "Sea", "d", "facts", "en", "wordnet", segments, List.of("sea"), List.of()),
                FACTS,
                seconds);
    }

    private static Segment segment(int index, Segment.Kind kind, String text) {
        return new Segment(index, kind, null, text, "Sea " + index, List.of("sea"), "test");
    }
}

package dev.viralvideo.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.viralvideo.intake.Request;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OwnScriptWriterTest {
    private static final Templates TEMPLATES = Templates.load(List.of(Path.of("templates")));
    private static final List<String> POINTS = List.of(
            "Water: drink a glass before breakfast",
            "Walk ten minutes after lunch.",
            "Put the phone in another room at night");

    private final OwnScriptWriter writer = new OwnScriptWriter();
    private final ScriptValidator validator = new ScriptValidator(SpeakingRate.DEFAULT);

    static Stream<Template> templates() {
        return TEMPLATES.all().stream();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void pointsGoThroughEveryTemplate(Template template) {
        Request request = points("3 habits for a better day", POINTS);
        for (long seed = 0; seed < 6; seed++) {
            Script script = writer.write(request, template, seed);
            validator.check(script, template, 30);
            assertThat(script.segments()).hasSize(5);
            assertThat(script.segments().get(0).kind()).isEqualTo(Segment.Kind.HOOK);
            assertThat(script.segments().get(4).kind()).isEqualTo(Segment.Kind.OUTRO);
            assertThat(script.segments().subList(1, 4))
                    .allMatch(segment -> segment.source().equals("user"));
            assertThat(script.segments())
                    .allMatch(segment -> segment.narration().matches(".*[.!?]"));
            assertThat(script.segments())
                    .noneMatch(segment -> segment.narration().matches(".*[{}].*"));
        }
    }

    @Test
    void numberedTemplatesSayAndShowTheNumber() {
        Script script = writer.write(points("habits", POINTS), TEMPLATES.get("listicle"), 1);
        assertThat(script.segments().get(2).number()).isEqualTo(2);
        assertThat(script.segments().get(2).narration()).isEqualTo("Number two. Walk ten minutes after lunch.");
        assertThat(script.segments().get(1).onScreen()).isEqualTo("Water");
    }

    @Test
    void theTitlePromisesWhatIsThere() {
        Script script = writer.write(points("5 habits for a better day", POINTS), TEMPLATES.get("listicle"), 4);
        assertThat(script.title()).isEqualTo("3 Habits for a Better Day");
        assertThat(script.segments().get(0).narration()).doesNotContain("5").doesNotContainIgnoringCase("five");
        assertThat(script.degradations()).singleElement().asString().contains("promises 5, 3 points");
    }

    @Test
    void aFullScriptIsSpokenAsItStands() {
        Request request = new Request(
                "My trip",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                POINTS,
                List.of("We left at five (in the rain).", "“Are we there yet?” she asked.", "Yes"),
                null,
                null,
                null,
                null);
        Script script = writer.write(request, TEMPLATES.get("story"), 1);
        assertThat(script.segments().stream().map(Segment::narration))
                .containsExactly("We left at five (in the rain).", "\"Are we there yet?\" she asked.", "Yes.");
        assertThat(script.segments()).allMatch(segment -> segment.number() == null);
        assertThat(script.segments().get(0).kind()).isEqualTo(Segment.Kind.HOOK);
        assertThat(script.segments().get(0).searchTerms())
                .as("it shows what it says, under the title")
                .contains("rain");
        validator.check(script, TEMPLATES.get("story"), 60);
    }

    @Test
    void whatCannotBeSpokenIsLeftOutAndTold() {
        Script script = writer.write(
                points("Bees 🐝", List.of("Bees are great 🎉 ***", "{Honey} <b>lasts</b> & keeps")),
                TEMPLATES.get("facts"),
                0);
        assertThat(script.segments().get(1).narration()).isEqualTo("Bees are great.");
        assertThat(script.segments().get(2).narration())
                .doesNotContain("<")
                .doesNotContain("{")
                .contains("and keeps");
        assertThat(script.degradations()).isNotEmpty();
        assertThatThrownBy(() -> writer.write(points("Bees", List.of("🐝🐝")), TEMPLATES.get("facts"), 0))
                .hasMessageContaining("points entry 1 has no word");
    }

    @Test
    void aTopicThatCannotBeShownIsRefused() {
        assertThatThrownBy(() -> writer.write(points("🐝🍯", POINTS), TEMPLATES.get("facts"), 0))
                .extracting("code")
                .isEqualTo("TOPIC_NOT_LATIN");
        assertThatThrownBy(() -> writer.write(points("蜜蜂", POINTS), TEMPLATES.get("facts"), 0))
                .hasMessageContaining("write the topic in Latin letters");
    }

    @Test
    void theSameSeedGivesTheSameScript() {
        Request request = points("habits", POINTS);
        assertThat(writer.write(request, TEMPLATES.get("facts"), 3))
                .isEqualTo(writer.write(request, TEMPLATES.get("facts"), 3));
    }

    private static Request points(String topic, List<String> points) {
        return new Request(topic, null, null, null, null, null, null, null, points, null, null, null, null, null);
    }
}

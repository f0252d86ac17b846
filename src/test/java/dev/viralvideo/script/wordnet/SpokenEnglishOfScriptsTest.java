package dev.viralvideo.script.wordnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.viralvideo.intake.Request;
import dev.viralvideo.script.Script;
import dev.viralvideo.script.Segment;
import dev.viralvideo.script.SpeakingRate;
import dev.viralvideo.script.Template;
import dev.viralvideo.script.TemplateChoice;
import dev.viralvideo.script.Templates;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults of English and of sense that a reader found in scripts, each by a topic that showed it. */
class SpokenEnglishOfScriptsTest {
    private static final Templates TEMPLATES = Templates.load(List.of(Path.of("templates")));
    private static final WordNetWriter WRITER = new WordNetWriter(new WordNet(), SpeakingRate.DEFAULT);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "violin | look at the violin.",
                "cat | look at the cat.",
                "penguin | look at penguins.",
                "football | look at football.",
                "tornado | look at the tornado.",
                "love | look at love.",
                "coffee | look at coffee.",
                "Java | look at Java.",
                "the human brain | look at the human brain.",
                "5 kinds of pasta | Ravioli are small circular or square cases",
                "5 kinds of pasta | 5 kinds of pasta. ",
                "coffee | Coffee trees are small trees",
                "chocolate | is chocolate sauce, a sauce",
                "gravity | A gravitational collapse is the implosion",
                "gravity | is the Great Attractor, a massive",
                "photosynthesis | of the light reaction? It is the first stage",
                "7 facts about Japan | Osaka Bay is part of Japan. It is a bay",
                "Java | Jakarta is the capital and largest city",
                "Java | in the 17th century",
                "facts about Paris | It was a palace and royal residence",
                "Antarctica | It is covered by an ice cap",
                "sunflower | Maximilian's sunflower? It",
                "tigers | The tiger is a large feline",
                "poker | Poker is a card game",
                "Mercury | Mercury is a heavy silvery",
                "cheese | Cheese is a solid food",
                "10 musical instruments | A brass instrument is a wind instrument"
            })
    void isSaid(String topic, String words) {
        assertThat(told(topic)).contains(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "the Roman Empire | part of Asia",
                "Why is the sky blue? | sky blue",
                "5 kinds of pasta | facts",
                "mushroom | common name",
                "beauty | is the qualities",
                "music | New Testament",
                "the Roman Empire | In historically"
            })
    void isNotSaid(String topic, String words) {
        assertThat(told(topic)).doesNotContain(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Who was Napoleon?", "Shakespeare", "Mount Everest", "violin"})
    void whatItIsComesFirst(String topic) {
        List<Segment> segments = script(topic).segments();
        String name = topic.replaceAll("\\?|Who was ", "");
        assertThat(segments.get(1).onScreen()).containsIgnoringCase(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dinosours | dinosaur",
                "vulcanoes | volcano",
                "facts about elefants | elephant",
                "kangeroo | kangaroo"
            })
    void whatWasProbablyMeantIsAskedFor(String topic, String meant) {
        assertThatThrownBy(() -> script(topic)).hasMessageContaining("did you mean \"" + meant + "\"?");
    }

    @Test
    void aNameIsNotTakenForAMistake() {
        assertThatThrownBy(() -> script("The story of the Titanic")).hasMessageNotContaining("did you mean");
    }

    /** The pipeline fills in the template that it chose: that is no wish of the user's to have facts instead. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5 reasons to drink water | facts about water",
                "3 myths about sharks | facts about sharks",
                "5 ways to save money | facts about money"
            })
    void factsAreNoAnswerToAnotherWish(String topic, String offer) {
        Request filled = new Request(
                topic,
                TemplateChoice.of(Request.of(topic)),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        assertThatThrownBy(() -> WRITER.write(filled, TEMPLATES.get(filled.template()), 1))
                .hasMessageContaining("\"" + offer + "\"");
    }

    @Test
    void aWordOfTooManyMeaningsIsRefused() {
        assertThatThrownBy(() -> script("time")).hasMessageContaining("only 1 of 3 statements");
    }

    private static String told(String topic) {
        return script(topic).segments().stream().map(Segment::narration).collect(Collectors.joining(" "));
    }

    private static Script script(String topic) {
        Request request = Request.of(topic);
        Template template = TEMPLATES.get(TemplateChoice.of(request));
        return WRITER.write(request, template, 1);
    }
}

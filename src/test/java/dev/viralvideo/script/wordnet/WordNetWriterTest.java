package dev.viralvideo.script.wordnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.intake.Request;
import dev.viralvideo.script.NumberWords;
import dev.viralvideo.script.Script;
import dev.viralvideo.script.ScriptEnhancer;
import dev.viralvideo.script.ScriptValidator;
import dev.viralvideo.script.Segment;
import dev.viralvideo.script.SpeakingRate;
import dev.viralvideo.script.TargetLength;
import dev.viralvideo.script.Template;
import dev.viralvideo.script.TemplateChoice;
import dev.viralvideo.script.Templates;
import dev.viralvideo.script.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordNetWriterTest {
    private static final Templates TEMPLATES = Templates.load(List.of(Path.of("templates")));
    private static final WordNet WORDS = new WordNet();
    /** Words that the script itself brings: number, link and opening. */
    private static final Set<String> OUR_WORDS =
            new HashSet<>(List.of(("number one two three four five six seven eight nine ten meet it is they are "
                            + "then there the ever heard of a an in part called also lived from to was were with very at on by us united states")
                    .split(" ")));

    private final SpeakingRate rate = SpeakingRate.DEFAULT;
    private final WordNetWriter writer = new WordNetWriter(WORDS, rate);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5 surprising facts about honey bees",
                "Why volcanoes erupt",
                "musical instruments",
                "Saturn",
                "cats",
                "dogs",
                "5 things about sharks",
                "the history of the Roman Empire",
                "10 dinosaurs",
                "5 kinds of cheese",
                "penguins",
                "the Moon",
                "The Beatles",
                "Mount Everest",
                "rivers",
                "World War II",
                "the French Revolution",
                "diamonds",
                "chess",
                "whales",
                "Japan",
                "tea",
                "the brain",
                "lightning",
                "bananas",
                "Greek mythology",
                "baseball",
                "spiders",
                "5 facts about Australia",
                "mountains",
                "New York",
                "trees",
                "butterflies",
                "wine",
                "robots",
                "love",
                "money",
                "snakes",
                "eagles",
                "the solar system",
                "planets",
                "computers",
                "Paris",
                "London",
                "facts about gold",
                "bears",
                "birds",
                "horses",
                "elephants",
                "monkeys",
                "guitars",
                "pianos",
                "bread",
                "coffee",
                "chocolate",
                "Egypt",
                "India",
                "the Bible",
                "opera",
                "architecture",
                "ships",
                "airplanes",
                "trains",
                "castles",
                "knives",
                "hats",
                "7 facts about owls",
                "ants",
                "frogs",
                "turtles",
                "roses",
                "mushrooms",
                "stars",
                "oceans",
                "deserts",
                "islands",
                "storms",
                "fire",
                "silk"
            })
    void aScriptReadsLikeOneAndIsTrue(String topic) {
        Request request = Request.of(topic);
        Template template = TEMPLATES.get(TemplateChoice.of(request));
        double seconds = TargetLength.seconds(request, template, rate);
        Script script =
                new ScriptEnhancer(rate).enhance(writer.write(request, template, topic.hashCode()), template, seconds);
        new ScriptValidator(rate).check(script, template, seconds);
        checkSentences(script);
        checkNothingIsSaidTwice(script, topic);
        checkWordsAreWordNets(script);
        checkPromise(script);
    }

    private static void checkSentences(Script script) {
        for (Segment segment : script.segments()) {
            assertThat(segment.narration())
                    .matches("[A-Z0-9].*[.!?]")
                    .doesNotContainPattern("[()\\[\\]{}\"`;:|*_]")
                    .doesNotContainPattern("\\s{2}|\\s[,.!?]|,[.,]|\\.\\.")
                    .doesNotContainPattern("(?i)\\b(a|an|the) (a|an|the|any)\\b|\\bis are\\b|\\b(\\w{3,}) \\2\\b")
                    .doesNotContainPattern(
                            "\\b[Aa] [aeio][a-z]{3,}(?<!one|once|unique)\\b(?<!\\b[Aa] (?:one|once|eu\\w{0,20}))");
            assertThat(Texts.sentences(segment.narration())).allMatch(sentence -> sentence.matches("(?s).*[.!?]"));
            assertThat(segment.onScreen().split(" ").length).isBetween(1, 9);
        }
    }

    private static void checkNothingIsSaidTwice(Script script, String topic) {
        List<Set<String>> told = new ArrayList<>();
        Set<String> titles = new HashSet<>();
        for (Segment segment : items(script)) {
            Set<String> content = Content.words(segment.narration());
            content.removeAll(Content.words(topic));
            content.removeAll(OUR_WORDS);
            assertThat(told).noneMatch(before -> Content.overlap(before, content) > 0.7);
            told.add(content);
            assertThat(titles.add(segment.onScreen())).as(segment.onScreen()).isTrue();
        }
    }

    /** Every word of an item is in the gloss or the names of the meaning it cites, or of one it is linked to. */
    private static void checkWordsAreWordNets(Script script) {
        Set<String> subject = new HashSet<>(
                Content.words(script.segments().get(0).searchTerms().toString()));
        for (Segment segment : items(script)) {
            assertThat(segment.source()).startsWith("WordNet 3.1, ").contains("%1:");
            String key = segment.source().substring("WordNet 3.1, ".length());
            Synset synset = WORDS.senses(key.substring(0, key.indexOf('%'))).stream()
                    .filter(sense -> sense.senseKey(0).equals(key))
                    .findFirst()
                    .orElseThrow();
            Set<String> known = Content.words((synset.gloss() + " " + synset.lemmas()).replaceAll("['-]", " "));
            Set<String> said = Content.words(segment.narration().replaceAll("['-]", " "));
            said.removeAll(known);
            said.removeAll(subject);
            said.removeIf(word -> OUR_WORDS.contains(word) || OUR_WORDS.stream().anyMatch(own -> own.startsWith(word)));
            said.removeIf(word -> known.stream().anyMatch(other -> word.startsWith(other) || other.startsWith(word)));
            assertThat(said).as(segment.narration() + " <- " + synset.gloss()).isEmpty();
        }
    }

    private static void checkPromise(Script script) {
        int count = items(script).size();
        if (script.title().matches("\\d+ .*")) {
            assertThat(script.title()).startsWith(count + " ");
        }
        String hook = script.segments().get(0).narration();
        for (int other = 2; other <= 12; other++) {
            if (other != count) {
                assertThat(hook)
                        .doesNotContainPattern("(?i)\\b(" + other + "|" + NumberWords.word(other) + ") (things|facts)");
            }
        }
    }

    private static List<Segment> items(Script script) {
        return script.segments().stream()
                .filter(segment -> segment.kind() == Segment.Kind.ITEM)
                .toList();
    }

    @Test
    void theSameSeedGivesTheSameScript() {
        Template template = TEMPLATES.get("facts");
        Script first = writer.write(Request.of("cats"), template, 5);
        assertThat(new WordNetWriter(new WordNet(), rate).write(Request.of("cats"), template, 5))
                .isEqualTo(first);
        assertThat(writer.write(Request.of("cats"), template, 6)).isNotEqualTo(first);
    }

    @Test
    void aStoryIsToldInOrderOfTime() {
        Script script = writer.write(Request.of("the history of the Roman Empire"), TEMPLATES.get("story"), 1);
        String told = items(script).stream().map(Segment::narration).reduce("", String::concat);
        assertThat(told.indexOf("27 BC")).isPositive().isLessThan(told.indexOf("476"));
    }

    @Test
    void fewerThanAskedForIsNotPromised() {
        Script script = writer.write(Request.of("12 facts about honey bees"), TEMPLATES.get("listicle"), 1);
        int count = items(script).size();
        assertThat(count).isBetween(3, 11);
        assertThat(script.title()).isEqualTo(count + " Facts About Honey Bees");
        assertThat(script.degradations()).anyMatch(reason -> reason.contains("asks for 12, WordNet has " + count));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "machine learning",
                "black holes",
                "my cousin Xaver",
                "qwertzuiop",
                "why you should smile more",
                "7 reasons to travel"
            })
    void tooLittleIsSaidClearly(String topic) {
        assertThatThrownBy(() -> write(topic))
                .isInstanceOf(Failure.Validation.class)
                .hasMessageContaining("./vvg make \"" + topic + "\" --points facts.txt")
                .extracting("code")
                .isEqualTo("TOPIC_NEEDS_FACTS");
    }

    @Test
    void aSynonymWithOtherMeaningsBringsNothingIn() {
        // "instrument" alone is also one of execution
        assertThat(write("musical instruments").segments())
                .noneMatch(segment -> segment.narration().contains("execution")
                        || segment.narration().contains("kill"));
    }

    @Test
    void stepsAndQuotationsAreNotInvented() {
        assertThatThrownBy(() -> write("How to brew coffee")).hasMessageContaining("has no steps");
        assertThatThrownBy(() -> write("quotes about love")).hasMessageContaining("has no quotations");
    }

    @Test
    void aHowToTopicMayBecomeFactsWhenAskedFor() {
        Request request = new Request(
                "How to brew coffee", "facts", null, null, null, null, null, null, null, null, null, null, null, null);
        Script script = writer.write(request, TEMPLATES.get("facts"), 1);
        assertThat(script.title()).contains("Facts About Coffee").doesNotContain("How");
        assertThat(script.segments()).noneMatch(segment -> segment.narration().contains("How to"));
        assertThat(script.degradations()).anyMatch(reason -> reason.contains("called after what it shows"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"蜜蜂", "🐝🍯", "пчёлы", "12345"})
    void otherAlphabetsGetAClearMessage(String topic) {
        assertThatThrownBy(() -> write(topic))
                .hasMessageContaining("English")
                .extracting("code")
                .isEqualTo("TOPIC_NOT_ENGLISH");
    }

    @Test
    void hostileTextStaysTextInTheExample() {
        assertThatThrownBy(() -> write("$(reboot) `x` \"y\"")).hasMessageNotContaining("\"$(");
    }

    private Script write(String topic) {
        Request request = Request.of(topic);
        return writer.write(request, TEMPLATES.get(TemplateChoice.of(request)), 1);
    }
}

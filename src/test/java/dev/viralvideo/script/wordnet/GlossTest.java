package dev.viralvideo.script.wordnet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GlossTest {
    private static final WordNet WORDS = new WordNet();
    private final Nouns nouns = new Nouns(WORDS);
    private final Addition addition = new Addition(WORDS);

    @Test
    void examplesBracketsAndListsAreNotForSpeaking() {
        Gloss gloss = Gloss.parse(
                "(astronomy) a thing (really a (big) one) with `quotes': lions; tigers; \"an example; with dots\" - A. Uthor; found in 330,000 places");
        assertThat(gloss.label()).isEqualTo("astronomy");
        assertThat(gloss.definition()).isEqualTo("a thing with quotes");
        assertThat(gloss.additions()).containsExactly("found in 330,000 places");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "offensive term for a person",
                "(ethnic slur) x",
                "an informal term for money",
                "obscene word",
                "the act of murder"
            })
    void whatHurtsIsNotFit(String gloss) {
        assertThat(Gloss.isFit(gloss)).isFalse();
    }

    @Test
    void whatTheDatabaseCallsPresentIsDropped() {
        assertThat(Gloss.parse("the current president of a country").definition())
                .isEmpty();
        assertThat(Gloss.parse("a bee from Brazil; now spread as far north as Texas")
                        .additions())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "large primitive shark widely distributed in warm seas | a large primitive shark widely distributed in warm seas",
                "Italian composer of operas | an Italian composer of operas",
                "unicellular animal with one cell | a unicellular animal with one cell",
                "hourly rate of pay | an hourly rate of pay",
                "strong black coffee brewed under pressure | strong black coffee brewed under pressure",
                "any domesticated member of the genus Felis | a domesticated member of the genus Felis",
                "any of the four outermost planets in the solar system | one of the four outermost planets in the solar system",
                "any of numerous hairy-bodied insects including social species | hairy-bodied insects including social species",
                "the 6th planet from the sun | the 6th planet from the sun"
            })
    void aDefinitionGetsItsArticle(String definition, String spoken) {
        assertThat(NounPhrase.of(definition, nouns).text()).isEqualTo(spoken);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "US forces captured the island from the Japanese",
                "the Volta river has been dammed",
                "used in music",
                "of or like a bee",
                "100 kopecks equal 1 ruble"
            })
    void whatIsNoNounPhraseIsNotSpoken(String definition) {
        assertThat(NounPhrase.of(definition, nouns)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "resembles a whale and feeds chiefly on plankton | It resembles a whale and feeds chiefly on plankton.",
                "found along continental slopes | It is found along continental slopes.",
                "last erupted in 1944 | It last erupted in 1944.",
                "largest continent after Asia | It is the largest continent after Asia.",
                "destroyed by fire in 1871 | It was destroyed by fire in 1871.",
                "the 6th planet from the sun | It is the 6th planet from the sun.",
                "can be dangerous | It can be dangerous."
            })
    void aRemarkBecomesASentence(String clause, String sentence) {
        assertThat(addition.sentence(clause, "It", false, false)).isEqualTo(sentence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a Plinian eruption in 79 AD buried Pompeii",
                "largest male acts as pilot for the school",
                "rays and skates here",
                "important in biblical times",
                "extremely high gravitational field"
            })
    void aRemarkThatCannotBeSaidSafelyIsDropped(String clause) {
        assertThat(addition.sentence(clause, "It", false, false)).isNull();
    }

    @Test
    void everyNounOfTheDatabaseIsFound() {
        assertThat(WORDS.senses("black hole")).hasSize(1);
        assertThat(WORDS.senses("entity").get(0).offset()).isEqualTo(1740);
        assertThat(WORDS.senses("zymurgy")).isNotEmpty();
        assertThat(WORDS.senses("'hood")).isNotEmpty();
        assertThat(WORDS.senses("zzzz")).isEmpty();
        assertThat(WORDS.frequency(WORDS.senses("volcano").get(0), "volcano")).isEqualTo(1);
    }
}

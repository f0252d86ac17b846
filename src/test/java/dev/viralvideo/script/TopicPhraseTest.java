package dev.viralvideo.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.viralvideo.intake.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicPhraseTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5 surprising facts about honey bees | LIST | 5 | honey bees",
                "Seven things you should know about Rome! | LIST | 7 | Rome",
                "the top ten facts about the Roman Empire | LIST | 10 | the Roman Empire",
                "10 musical instruments | LIST | 10 | musical instruments",
                "5 kinds of cheese | LIST | 5 | cheese",
                "How to brew coffee | HOW_TO | | brew coffee",
                "Why do volcanoes erupt? | WHY | | volcanoes erupt",
                "the history of the Roman Empire | STORY | | the Roman Empire",
                "3 quotes about courage | QUOTE | 3 | courage",
                "Best quotes about love | QUOTE | | love",
                "Everything you need to know about tea | FACTS | | tea",
                "What is a black hole? | FACTS | | a black hole",
                "shark facts | FACTS | | shark",
                "Saturn | PLAIN | | Saturn",
                "Volcanoes explained | PLAIN | | Volcanoes"
            })
    void aTopicIsTakenApart(String topic, TopicPhrase.Intent intent, Integer count, String subject) {
        TopicPhrase phrase = TopicPhrase.parse(topic);
        assertThat(phrase.intent()).isEqualTo(intent);
        assertThat(phrase.count()).isEqualTo(count);
        assertThat(phrase.subject()).isEqualTo(subject);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "How to sleep better",
                "5 reasons to travel alone",
                "Why you should read",
                "You are wrong about sugar"
            })
    void aClauseIsNoName(String topic) {
        assertThat(TopicPhrase.parse(topic).named()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5 facts about bees | listicle",
                "7 steps to bake bread | how-to",
                "How to tie a tie | how-to",
                "The story of Troy | story",
                "quotes about hope | quote",
                "why cats purr | facts",
                "cats | facts"
            })
    void theTemplateFollowsTheWords(String topic, String template) {
        assertThat(TemplateChoice.of(Request.of(topic))).isEqualTo(template);
    }

    @Test
    void theRequestsOwnTemplateWins() {
        Request request = new Request(
                "How to tie a tie", "story", null, null, null, null, null, null, null, null, null, null, null, null);
        assertThat(TemplateChoice.of(request)).isEqualTo("story");
    }

    @Test
    void numbersAreReplacedOnlyWhereTheyStandAlone() {
        assertThat(NumberWords.replace("Five of the 5 in 1955, 5.5 and 15; five-a-day. Stay for 5.", 5, 4))
                .isEqualTo("Four of the 4 in 1955, 5.5 and 15; four-a-day. Stay for 4.");
    }
}

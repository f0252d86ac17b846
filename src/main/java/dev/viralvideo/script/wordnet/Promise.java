package dev.viralvideo.script.wordnet;

import dev.viralvideo.script.NumberWords;
import dev.viralvideo.script.Template;
import dev.viralvideo.script.TitleCase;
import dev.viralvideo.script.TopicPhrase;
import java.util.List;
import java.util.Set;

/**
 * What title and hook may promise: never more than the script holds. WordNet knows facts and kinds, no reasons,
 * explanations or steps.
 *
 * @param topic the topic itself where the script keeps what it says, else null
 * @param kinds whether it is a list of kinds, not of facts
 */
record Promise(String title, String topic, int count, boolean kinds) {
    private static final Set<String> KEPT_UNITS =
            Set.of("fact", "facts", "thing", "things", "truth", "truths", "secret", "secrets", "name", "names");
    private static final Set<String> KIND_UNITS =
            Set.of("kind", "kinds", "type", "types", "sort", "sorts", "varieties", "example", "examples");

    /** "5 kinds of cheese", "10 dinosaurs": only kinds and examples answer that. */
    static boolean wantsKinds(TopicPhrase topic) {
        return topic.count() != null && (topic.unit() == null || KIND_UNITS.contains(topic.unit()));
    }

    /** Reasons, tips and steps are nothing that WordNet knows. */
    static boolean canBeKept(TopicPhrase topic) {
        boolean advice = topic.intent() == TopicPhrase.Intent.WHY
                && topic.subject()
                        .matches("(?i)(you|we|i|your|our|my|to|people|everyone)\\b.*|.*\\b(should|must)\\b.*");
        if (advice) {
            return false;
        }
        return topic.unit() == null || KEPT_UNITS.contains(topic.unit()) || KIND_UNITS.contains(topic.unit());
    }

    static Promise of(
            TopicPhrase topic, Subject subject, List<Statement> chosen, Template template, List<String> degradations) {
        int count = chosen.size();
        boolean unit =
                canBeKept(topic) && (!wantsKinds(topic) || chosen.stream().allMatch(Statement::kind));
        boolean kept = topic.named() && unit && topic.intent() != TopicPhrase.Intent.QUOTE;
        if (topic.count() != null && topic.count() != count) {
            degradations.add(
                    "the topic asks for " + topic.count() + ", WordNet has " + count + ": the title says " + count);
        }
        String about = TitleCase.of("about " + subject.phrase());
        if (!kept) {
            degradations.add("WordNet has facts about " + subject.phrase() + ", not what \"" + topic.topic()
                    + "\" asks for: the video is called after what it shows");
            return new Promise(count + " Facts " + about, null, count, false);
        }
        boolean says = topic.count() != null
                || topic.intent() == TopicPhrase.Intent.FACTS
                || topic.intent() == TopicPhrase.Intent.STORY
                        && template.category().equals("story");
        if (!says) {
            String title = template.structure().numbered()
                    ? count + " Facts " + about
                    : TitleCase.of(subject.phrase()) + ": " + count + " Facts Worth Knowing";
            return new Promise(title, null, count, false);
        }
        String promised = topic.count() == null ? topic.topic() : renumbered(topic, count);
        // the order is ours: WordNet ranks nothing
        promised = promised.replaceFirst("(?i)^(the )?(top|best) (?=\\w+ )", "");
        return new Promise(TitleCase.of(promised), promised, count, wantsKinds(topic));
    }

    private static String renumbered(TopicPhrase topic, int count) {
        return topic.topic()
                .replaceFirst(
                        "(?i)\\b(" + topic.count() + "|" + NumberWords.word(topic.count()) + ")\\b",
                        String.valueOf(count));
    }
}

package dev.viralvideo.script.wordnet;

import java.util.List;
import java.util.Set;

/**
 * What a topic is about, found in WordNet.
 *
 * @param lemma     as WordNet writes it
 * @param spoken    as it stands behind "about" in a sentence ("the octopus", where the topic is "octopus")
 * @param phrase    as the topic writes it, for titles and the hook ("honey bees", "the Roman Empire")
 * @param sense     the chosen meaning
 * @param senses    the chosen meaning and those that mean nearly the same
 * @param others    number of meanings in all
 * @param modifiers words of the topic that narrow the subject and that WordNet has no lemma for ("ancient" Egypt)
 */
record Subject(
        String lemma,
        String spoken,
        String phrase,
        Synset sense,
        List<Synset> senses,
        int others,
        Set<String> modifiers) {
    /** Whether it is a thing that can be pointed at; the words of such things are rarely used for something else. */
    boolean visible() {
        return Domain.VISIBLE.contains(sense.domain()) && sense.domain() != Domain.EVENT;
    }
}

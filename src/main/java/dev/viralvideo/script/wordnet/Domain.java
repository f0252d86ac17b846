package dev.viralvideo.script.wordnet;

import java.util.Set;

/** Numbers of WordNet's noun domains (lexnames(5WN)). */
final class Domain {
    static final int ACT = 4;
    static final int ANIMAL = 5;
    static final int ARTIFACT = 6;
    static final int BODY = 8;
    static final int EVENT = 11;
    static final int FOOD = 13;
    static final int GROUP = 14;
    static final int LOCATION = 15;
    static final int OBJECT = 17;
    static final int PERSON = 18;
    static final int PHENOMENON = 19;
    static final int PLANT = 20;
    static final int SUBSTANCE = 27;

    /** Things one can see: they make better videos than thoughts and states. */
    static final Set<Integer> VISIBLE =
            Set.of(ANIMAL, ARTIFACT, BODY, FOOD, LOCATION, OBJECT, PERSON, PHENOMENON, PLANT, SUBSTANCE, EVENT);

    private Domain() {}
}

package dev.viralvideo.script.wordnet;

/** The relations between meanings that a script uses, with their symbols in the database. */
enum Relation {
    HYPERNYM("@"),
    INSTANCE_HYPERNYM("@i"),
    HYPONYM("~"),
    INSTANCE_HYPONYM("~i"),
    MEMBER_HOLONYM("#m"),
    SUBSTANCE_HOLONYM("#s"),
    PART_HOLONYM("#p"),
    MEMBER_MERONYM("%m"),
    SUBSTANCE_MERONYM("%s"),
    PART_MERONYM("%p"),
    DOMAIN_MEMBER("-c"),
    REGION_MEMBER("-r");

    private final String symbol;

    Relation(String symbol) {
        this.symbol = symbol;
    }

    /** @return null for a relation that is not used here */
    static Relation of(String symbol) {
        for (Relation relation : values()) {
            if (relation.symbol.equals(symbol)) {
                return relation;
            }
        }
        return null;
    }
}

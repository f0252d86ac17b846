package dev.viralvideo.script.wordnet;

import java.util.Locale;
import java.util.Set;

/** Finds the noun that carries a phrase and says how it counts. English without a parser: when in doubt, no answer. */
final class Nouns {
    private static final Set<String> ENDS_HEAD = words(
            """
            with of in on at from that which who whose whom by to for as between among amongst having used made
            found native where when during under over through near around than into along against without within
            usually often sometimes especially including formerly and or but after before above below about across
            upon toward towards out off up down so such while because is are was were can has had have may not like
            inside outside via per beneath behind beside beyond until worn kept grown built held set drawn cut born
            done given written known eaten driven worldwide next south north east west capable able similar suitable
            common important resistant attached too also only much mostly chiefly""");
    private static final Set<String> MASS = words(
            """
            coffee tea water milk sugar music art wood leather powder glass metal rice meat flesh bread cheese meal
            oil wine beer fabric cloth paper fur hair sand clay soil snow ice rain energy light heat electricity
            radiation information knowledge equipment furniture money clothing armor footwear jewelry weather work
            behavior evidence butter cream chocolate flour pasta dough meats liquor whiskey whisky rum brandy vodka
            gin ale lager juice honey salt pepper fish beef pork lamb veal bacon ham chicken poultry seafood fruit
            stone marble granite concrete steel iron gold silver coal dust mud air smoke steam blood skin wool silk
            cotton thread yarn rope wire grass hay straw timber lumber debris dirt magma lava ash literature poetry
            theater software hardware luggage mail traffic transportation entertainment matter time tissue gravel
            growth land vegetation pottery ware earthenware porcelain lightning gravity magnetism wind fog mist hail
            sunlight moonlight language speech writing text fire thunder""");

    private final WordNet words;

    Nouns(WordNet words) {
        this.words = words;
    }

    /** @return the head of a noun phrase that has no article, in the form it stands there, or null */
    String head(String phrase) {
        String[] tokens = phrase.split(" ");
        String head = null;
        for (int i = 0; i < tokens.length && i < 14; i++) {
            String token = tokens[i];
            String word = token.replaceAll(",$", "");
            boolean nounBefore = head != null;
            if (nounBefore && joinsAdjectives(tokens, i)) {
                continue;
            }
            if (ENDS_HEAD.contains(word.toLowerCase(Locale.ROOT)) && (nounBefore || !isJoin(word))) {
                return head;
            }
            if (nounBefore && isParticiple(word) && (i + 1 == tokens.length || followsVerb(tokens[i + 1]))) {
                return head;
            }
            if (nounBefore && word.endsWith("ly") && !isNoun(word)) {
                return head;
            }
            // "or" is a noun too: Oregon
            head = isNoun(word) && !word.matches("and|or|but|not") ? word : null;
            if (token.endsWith(",") && head != null && !words.isAdjective(word)) {
                return head;
            }
        }
        return head;
    }

    /** "circular or square cases": what could be nouns are adjectives of the noun behind them. */
    private boolean joinsAdjectives(String[] tokens, int at) {
        return tokens[at].matches("and|or")
                && at + 2 < tokens.length
                && words.isAdjective(tokens[at - 1])
                && words.isAdjective(tokens[at + 1])
                && isNoun(tokens[at + 2].replaceAll(",$", ""))
                && !ENDS_HEAD.contains(tokens[at + 2].toLowerCase(Locale.ROOT));
    }

    boolean isPlural(String noun) {
        String word = noun.toLowerCase(Locale.ROOT);
        if (word.matches(".*(ss|us|is)")
                || Set.of("species", "series", "means", "gas", "lens", "people's")
                        .contains(word)) {
            return false;
        }
        if (Set.of("people", "cattle", "teeth", "feet").contains(word)) {
            return true;
        }
        var forms = words.morphology().singulars(word);
        boolean other = forms.stream().skip(1).anyMatch(words::isNoun);
        return other && (word.endsWith("s") || !words.isNoun(word));
    }

    String singular(String plural) {
        return words.morphology().singulars(plural).stream()
                .skip(1)
                .filter(words::isNoun)
                .findFirst()
                .orElse(plural);
    }

    boolean isUnchanged(String noun) {
        return noun.matches("(?i).*(fish|sheep|deer|species|aircraft|bamboo)");
    }

    boolean isMass(String noun) {
        return MASS.contains(noun.toLowerCase(Locale.ROOT));
    }

    boolean isNoun(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (lower.length() < 2) {
            return false;
        }
        int hyphen = lower.lastIndexOf('-');
        return words.morphology().singulars(lower).stream().anyMatch(words::isNoun)
                || (hyphen > 0 && words.isNoun(lower.substring(hyphen + 1)));
    }

    private static Set<String> words(String list) {
        return Set.of(list.split("\\s+"));
    }

    private static boolean isJoin(String word) {
        return Set.of(
                        "and",
                        "or",
                        "but",
                        "usually",
                        "often",
                        "mostly",
                        "chiefly",
                        "sometimes",
                        "much",
                        "native",
                        "common",
                        "important",
                        "similar",
                        "used",
                        "formerly",
                        "only",
                        "not",
                        "south",
                        "north",
                        "east",
                        "west",
                        "built",
                        "worn",
                        "cut",
                        "set",
                        "like",
                        "light")
                .contains(word.toLowerCase(Locale.ROOT));
    }

    private static boolean isParticiple(String word) {
        return word.matches("[a-z-]+(ing|ed|wn|ought|orn)");
    }

    private static boolean followsVerb(String word) {
        return word.matches(
                "(?i)(a|an|the|with|of|in|on|at|from|by|to|for|as|into|between|through|along|around|over|under|"
                        + "against|upon|its|his|her|their|and|or|about|out|up|when|during|within|near|especially|chiefly|mainly|"
                        + "primarily|only|among|after|before|without|two|one|three|that|mostly|off|across|such|it|both)");
    }
}

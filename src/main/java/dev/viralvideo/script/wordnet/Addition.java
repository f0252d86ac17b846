package dev.viralvideo.script.wordnet;

import java.util.Set;
import java.util.regex.Pattern;

/** Turns a further clause of a gloss ("found along continental slopes") into a sentence about the same thing. */
final class Addition {
    private static final Pattern SENTENCE = Pattern.compile("^(it|they|its|their|he|she|his|her|there|this) \\w+ .+");
    private static final Pattern VERB = Pattern.compile("^(?:(also|often|usually|sometimes|probably|generally) )?"
            + "(has|is|can|may|will|could|was|were|had|are|have|must|cannot) .+");
    private static final Pattern STATE = Pattern.compile(
            "^(?:(also|often|usually|sometimes|once|formerly|originally|long|widely|"
                    + "chiefly|mainly|primarily|commonly|generally|probably|especially|extensively|very|highly|extremely|strongly|frequently) )*"
                    + "(found|used|noted|known|native|common|famous|dangerous|drunk|eaten|served|considered|believed|thought|grown|"
                    + "cultivated|worn|made|located|situated|valued|prized|important|related to|similar to|popular|hunted|kept|bred|raised|"
                    + "played|named|called|regarded|capable|characterized|associated|surrounded|covered|composed|closely|attractive|"
                    + "poisonous|venomous|edible|harmless|rare|extinct|active|rich|abundant|distributed|celebrated|remembered|"
                    + "derived|produced|obtained|destroyed|founded|established|built|constructed|completed|discovered|invented|"
                    + "introduced|designed|written|painted|fought|held|begun|created|formed|divided|opened|abolished|developed|"
                    + "ruled|captured|conquered|annexed|larger|smaller|heavier|taller|longer|faster|brighter|hotter|colder)\\b .+");
    private static final Pattern PAST_VERB = Pattern.compile(
            "^(?:(also|first|last|later|once) )?(erupted|flourished|lived|"
                    + "originated|began|ended|lasted|became|appeared|ruled from|reigned|served|died|covered|stretched|rose|grew|"
                    + "succeeded|won|wrote|led|gave|took|made his|made her|helped|proposed|discovered|invented|introduced|wanted) (?!by\\b).+");
    private static final Pattern SUPERLATIVE = Pattern.compile(
            "^((second|third|fourth|world's) )?(largest|smallest|oldest|highest|"
                    + "longest|tallest|biggest|deepest|fastest|heaviest|brightest|most|capital|home|site|birthplace|source|scene|seat) .+");
    private static final Pattern PHRASE = Pattern.compile("^(a|an|the|one of|one) \\w+ .+");
    /** A verb with its own object: the clause is a sentence of its own, not a description. */
    private static final Pattern FINITE = Pattern.compile(
            "(?<!\\b(?:that|which|who|has|have|had|and|or)) \\w+ed (?:the|a|an|its|his|all|[A-Z]\\w+)\\b|\\b(is|are|was|were|can|may|has)\\b(?<!\\b(?:that|which|who) \\w{2,4})");

    private static final Set<String> NOT_THIRD_PERSON = Set.of(
            "species", "series", "always", "perhaps", "sometimes", "besides", "towards", "sports", "lots", "parts");
    private static final Pattern HAPPENED = Pattern.compile(
            "^(destroyed|founded|established|built|constructed|completed|discovered|invented|introduced|designed|written|"
                    + "painted|fought|held|begun|created|opened|abolished|ruled|captured|conquered|annexed|remembered|once|formerly|originally) .+");

    private final WordNet words;

    Addition(WordNet words) {
        this.words = words;
    }

    /**
     * @param subject "It", "They" or a name
     * @param past    a person of the past
     * @return a sentence with its full stop, or null when the clause is not one that can be said safely
     */
    String sentence(String clause, String subject, boolean plural, boolean past) {
        if (clause.split(" ").length < 3 || clause.length() > 160) {
            return null;
        }
        if (clause.matches(".*\\b(times|ancient|medieval|traditionally)\\b.*")
                && STATE.matcher(clause).matches()) {
            return null; // "important in biblical times" is no longer
        }
        String is = past ? (plural ? "were" : "was") : plural ? "are" : "is";
        String was = plural ? "were" : "was";
        if (SENTENCE.matcher(clause).matches()) {
            return past && clause.matches("(it|they|its|their) .*")
                    ? null
                    : end(Character.toUpperCase(clause.charAt(0)) + clause.substring(1));
        }
        if (past && clause.startsWith(subject + " ")) {
            return end(clause);
        }
        if (VERB.matcher(clause).matches()) {
            return end(subject + " " + (plural ? toPlural(clause) : clause));
        }
        if (HAPPENED.matcher(clause).matches() && !past) {
            return end(subject + " " + was + " " + clause);
        }
        if (PAST_VERB.matcher(clause).matches()) {
            return end(subject + " " + clause);
        }
        if (STATE.matcher(clause).matches()) {
            return past && HAPPENED.matcher(clause).matches() ? null : end(subject + " " + is + " " + clause);
        }
        if (isSentence(clause)) {
            return null;
        }
        if (SUPERLATIVE.matcher(clause).matches() && !plural) {
            return end(subject + " " + is + " " + (clause.startsWith("most of") ? "" : "the ") + clause);
        }
        if (PHRASE.matcher(clause).matches()
                && !plural
                && !FINITE.matcher(clause).find()) {
            return end(subject + " " + is + " " + clause);
        }
        return isThirdPerson(clause) ? end(subject + " " + (plural ? toPlural(clause) : clause)) : null;
    }

    /** "largest male acts as pilot": a noun with a verb of its own describes nothing. */
    private boolean isSentence(String clause) {
        if (FINITE.matcher(clause).find()) {
            return true;
        }
        String[] tokens = clause.split(" ");
        for (int i = 2; i + 1 < tokens.length; i++) {
            if (tokens[i].matches("that|which|who|whose|where|when")) {
                return false;
            }
            if (tokens[i].matches("[a-z]{3,}s")
                    && tokens[i + 1].matches("as|the|a|an|its|his")
                    && base(tokens[i]) != null) {
                return true;
            }
        }
        return false;
    }

    private boolean isThirdPerson(String clause) {
        String first = clause.split(" ")[0];
        if (!first.matches("[a-z]{3,}s") || first.endsWith("ss") || NOT_THIRD_PERSON.contains(first)) {
            return false;
        }
        String base = base(first);
        return base != null && (!words.isNoun(base) || followedByObject(clause.split(" ")[1]));
    }

    private String base(String verb) {
        return words.morphology().singulars(verb).stream()
                .skip(1)
                .filter(words::isVerb)
                .findFirst()
                .orElse(null);
    }

    private String toPlural(String clause) {
        int space = clause.indexOf(' ');
        String first = clause.substring(0, space);
        String changed =
                switch (first) {
                    case "has" -> "have";
                    case "is" -> "are";
                    case "was" -> "were";
                    default -> first.endsWith("s") && base(first) != null ? base(first) : first;
                };
        return changed + clause.substring(space);
    }

    private static boolean followedByObject(String word) {
        return word.matches(
                "a|an|the|in|on|at|from|by|to|with|into|up|down|out|its|chiefly|mainly|mostly|about|for|like|over|as|through");
    }

    private static String end(String text) {
        return text + ".";
    }
}

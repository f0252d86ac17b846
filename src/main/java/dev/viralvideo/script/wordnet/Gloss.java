package dev.viralvideo.script.wordnet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A gloss taken apart: quoted examples and brackets are not for speaking, the first clause defines, the others add.
 *
 * @param label      field in which the definition holds ("Greek mythology", "chess"), or null
 * @param definition a noun phrase as a rule; empty when nothing speakable is left
 * @param additions  further clauses ("resembles a whale and feeds chiefly on plankton")
 * @param lived      years of birth and death of a person, as "1879 to 1955", or null
 */
record Gloss(String label, String definition, List<String> additions, String lived) {
    private static final Pattern EXAMPLE = Pattern.compile("\"[^\"]*(\"|$)(\\s*-+\\s*[^;]*)?");
    private static final Pattern LIFE = Pattern.compile("\\((?:circa )?(\\d{3,4})\\s*-\\s*(\\d{3,4})\\)");
    private static final Pattern BRACKET = Pattern.compile("\\s*\\([^()]*\\)");
    private static final Pattern QUOTES = Pattern.compile("[`\"]|(?<!\\w)'|'(?!\\w)");
    private static final Pattern SHORTENING = Pattern.compile("\\b(e\\.g\\.|i\\.e\\.|viz\\.|etc\\.?|ca\\.|esp\\.)");
    /** Words of a gloss that say it is no matter for a video: how the word is used, hurt or lewd. */
    private static final Pattern UNFIT =
            Pattern.compile("(?i)\\b(slurs?|disparag\\w*|derogat\\w*|offensive (term|name|word)|"
                    + "obscen\\w*|vulgar\\w*|slang|pejorative\\w*|contemptuous\\w*|ethnic|racial\\w*|negroid|caucasoid|mongoloid|negro\\w*|"
                    + "blacks|savages?|sexual\\w*|penis|vagina\\w*|genital\\w*|copulat\\w*|intercourse|prostitut\\w*|erotic\\w*|"
                    + "masturbat\\w*|excrement|feces|fecal|faeces|urine|urinat\\w*|semen|anus|rape[ds]?|incest|genocide|nazis?|"
                    + "executions?|executioners?|tortur\\w*|concentration camp|lynch\\w*|behead\\w*|corpses?|holocaust|"
                    + "terroris\\w*|suicid\\w*|murder\\w*|massacre\\w*|slave\\w*|whore|lesbian|orgy|orgies|orgiastic|phall\\w*|breasts?|buttocks|homosexual\\w*|informal|archaic|obsolete|"
                    + "colloquial|euphemis\\w*|trademark|trade name)\\b");
    /** The database is of 2006; what it calls present may have passed. */
    private static final Pattern DATED = Pattern.compile(
            "(?i)\\b(now|current(ly)?|at present|present(-| )day|recent(ly)?|"
                    + "today|nowadays|newest|latest|to date|so far|modern times|not yet|still|President of the United States)\\b");

    private static final Pattern LABEL = Pattern.compile("^\\(([^()]*)\\) ");
    private static final Pattern SEA = Pattern.compile(
            "\\b(of|in|on|from|to) (Atlantic|Pacific|Mediterranean|Caribbean|Baltic|Arctic)\\b(?! [A-Z])");

    static Gloss parse(String raw) {
        String lived = lived(raw);
        String text = EXAMPLE.matcher(raw).replaceAll("");
        text = brackets(text);
        text = QUOTES.matcher(text).replaceAll("").replaceAll(", (?=(he|she|it|they|his|her|its) )", "; ");
        List<String> clauses = new ArrayList<>();
        boolean listed = false;
        for (String part : text.split(";")) {
            int colon = part.indexOf(':');
            String clause = tidy(colon >= 0 ? part.substring(0, colon) : part);
            // after "wildcats: lion; tiger" the rest of the list are no clauses
            if (!clause.isEmpty() && !(listed && clause.split(" ").length < 4)) {
                clauses.add(clause);
            }
            listed |= colon >= 0;
        }
        Matcher labelled = LABEL.matcher(raw);
        String label = labelled.find() ? label(labelled.group(1)) : null;
        if (clauses.isEmpty()
                || "".equals(label)
                || DATED.matcher(clauses.get(0)).find()) {
            return new Gloss(null, "", List.of(), lived);
        }
        List<String> additions = clauses.subList(1, clauses.size()).stream()
                .filter(clause -> !DATED.matcher(clause).find())
                .toList();
        return new Gloss(label, clauses.get(0), additions, lived);
    }

    /** Whether the whole text, brackets and examples included, is fit for everybody. */
    static boolean isFit(String raw) {
        return !UNFIT.matcher(raw).find();
    }

    private static String lived(String raw) {
        Matcher life = LIFE.matcher(raw);
        return life.find() ? life.group(1) + " to " + life.group(2) : null;
    }

    /** @return the field as it stands behind "In", or an empty text when the bracket is a remark on usage */
    private static String label(String bracket) {
        if (bracket.matches("(Old|New) Testament|Bible|Middle Ages")) {
            return "the " + bracket;
        }
        return bracket.matches("[A-Za-z][a-z]+( [A-Za-z]+)?")
                        && !bracket.matches(
                                "(?i)(\\w+ly|of|used|often|usually|sometimes|plural|formal|about|in|the|a|by|or|chiefly)\\b.*|British|Brit")
                ? bracket
                : "";
    }

    private static String brackets(String text) {
        String before;
        String after = text;
        do {
            before = after;
            after = BRACKET.matcher(before).replaceAll("");
        } while (!after.equals(before));
        int open = after.indexOf('(');
        return (open >= 0 ? after.substring(0, open) : after).replace(")", "");
    }

    private static String tidy(String clause) {
        String text = SHORTENING.matcher(clause).replaceAll("");
        text = text.replace("&", "and")
                .replace(" our without ", " or without ")
                .replaceAll("\\s+", " ")
                .replaceAll("\\s+([,.])", "$1");
        text = text.replaceAll("--+", ", ").replaceAll(",(\\s*,)+", ",").replaceAll("[\\s,.:]+$", "");
        text = text.strip()
                .replaceAll("^[,.:\\s]+", "")
                .replaceAll("\\bin (?=\\d{1,2}(?:st|nd|rd|th) century)", "in the ")
                .replaceAll("(\\s+(and|or|including|like|as|such as|the|a|an|of))+$", "");
        text = SEA.matcher(text)
                .replaceAll("$1 the $2")
                .replaceAll("^((?:an? )?)most (?=common|abundant|important|popular|highly)", "a very ");
        return text.toLowerCase(Locale.ROOT).equals("and") ? "" : text;
    }
}

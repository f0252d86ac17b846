package dev.viralvideo.script.wordnet;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How much a statement is worth hearing: extremes, numbers and danger draw, jargon and platitudes do not. */
final class Interest {
    private static final Pattern EXTREME =
            Pattern.compile("(?i)\\b(largest|smallest|oldest|highest|longest|tallest|biggest|deepest|"
                    + "fastest|heaviest|brightest|strongest|rarest|only|first|last|world|most (famous|important|powerful|abundant|common)|greatest|"
                    + "earliest|hottest|coldest|extremely|never)\\b");
    private static final Pattern STRIKING = Pattern.compile(
            "(?i)\\b(danger\\w*|poison\\w*|venom\\w*|killer|kills?|deadly|fierce|"
                    + "aggressive|giant|huge|enormous|gigantic|massive|tiny|extinct|ancient|legendary|famous|mysterious|secret|"
                    + "destroy\\w*|explo\\w*|erupt\\w*|collapse\\w*|survive\\w*|rare|strange|unusual|brilliant|bright|spectacular|magic\\w*|"
                    + "electric\\w*|glow\\w*|luminous|blood|gold\\w*|royal|queen|king|emperor|without|lightning|night|carnivorous|"
                    + "predator\\w*|hunt\\w*|weigh\\w*|feet|meters|miles|million\\w*|billion\\w*|thousand\\w*|hundred\\w*)\\b");
    private static final Pattern NUMBER = Pattern.compile("\\b\\d[\\d,.]*\\b");
    private static final Pattern JARGON =
            Pattern.compile("(?i)\\b(genus|family|taxonomic|suborder|subfamily|phylum|order|subclass|type|"
                    + "synonym|relating|pertaining|characterized by|classification|abbreviation|organism|et al|member of|inhabitant|native or|"
                    + "unit of|branch of|study of|related to|pathogen\\w*|disease|infection|syndrome|cancer)\\b");
    private static final Pattern VAGUE =
            Pattern.compile("(?i)\\b(something|someone|anything|some|certain|various|resembling)\\b");

    private Interest() {}

    static double of(String text, double relation) {
        int words = text.split(" ").length;
        double score = relation + Math.min(2, count(EXTREME, text)) * 1.6 + Math.min(2, count(STRIKING, text)) * 0.9;
        score += Math.min(1, count(NUMBER, text)) * 0.9;
        score -= Math.min(2, count(JARGON, text)) * 1.5 + Math.min(2, count(VAGUE, text)) * 0.5;
        score -= words < 9 ? (9 - words) * 0.5 : 0;
        score -= words > 30 ? (words - 30) * 0.12 : 0;
        return score;
    }

    private static int count(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        int count = 0;
        while (matcher.find()) {
            count++;
        }
        return count;
    }
}

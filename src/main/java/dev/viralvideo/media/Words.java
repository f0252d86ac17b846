package dev.viralvideo.media;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Breaks names, tags and search terms into stems that can be compared: no case, accents, plurals or -ing. */
public final class Words {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern CAMEL =
            Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{L})(?=\\p{N})|(?<=\\p{N})(?=\\p{L})");
    private static final Pattern GAP = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** "foxes", "beaches", "viruses", but neither "houses" nor "horses", which keep their e. */
    private static final Pattern SIBILANT_PLURAL = Pattern.compile("(ss|x|zz|ch|sh|(?<!o)us)es$");

    /** Words that tell nothing about a picture. */
    private static final Set<String> EMPTY = Set.of(
            ("a an and are as at be been but by can do does for from had has have how if in into is it its just like more"
                            + " most no not of off on one or our out over per than that the their them then there these they"
                            + " this those to two up use was we were what when where which while who why will with you your"
                            + " about all also any because between both each every many may much only other some such very"
                            + " give gives giving gave time times right whether seem seems done"
                            + " fact facts video clip footage stock image img photo picture pic final copy new mov mp hd uhd"
                            + " dsc vid untitled")
                    .split(" "));

    private static final Map<String, String> IRREGULAR = Map.ofEntries(
            Map.entry("mice", "mouse"),
            Map.entry("geese", "goose"),
            Map.entry("feet", "foot"),
            Map.entry("teeth", "tooth"),
            Map.entry("men", "man"),
            Map.entry("women", "woman"),
            Map.entry("children", "child"),
            Map.entry("people", "person"),
            Map.entry("oxen", "ox"),
            Map.entry("wolves", "wolf"),
            Map.entry("leaves", "leaf"),
            Map.entry("knives", "knife"),
            Map.entry("wives", "wife"),
            Map.entry("lives", "life"),
            Map.entry("loaves", "loaf"),
            Map.entry("halves", "half"),
            Map.entry("calves", "calf"),
            Map.entry("shelves", "shelf"),
            Map.entry("thieves", "thief"),
            Map.entry("scarves", "scarf"),
            Map.entry("heroes", "hero"),
            Map.entry("potatoes", "potato"),
            Map.entry("tomatoes", "tomato"),
            Map.entry("mosquitoes", "mosquito"),
            Map.entry("volcanoes", "volcano"),
            Map.entry("cacti", "cactus"),
            Map.entry("fungi", "fungus"),
            Map.entry("octopi", "octopus"),
            Map.entry("nuclei", "nucleus"),
            Map.entry("bacteria", "bacterium"),
            Map.entry("species", "species"),
            Map.entry("series", "series"),
            Map.entry("training", "training"),
            Map.entry("bowling", "bowling"),
            Map.entry("boxing", "boxing"),
            Map.entry("movies", "movie"),
            Map.entry("cookies", "cookie"),
            Map.entry("pies", "pie"),
            Map.entry("ties", "tie"));

    private Words() {}

    /** The stems of a text in order, without words that say nothing of a picture ("the", "video", "final"). */
    public static List<String> stems(String text) {
        List<String> stems = new ArrayList<>();
        for (String word : words(text)) {
            if (!EMPTY.contains(word) && !word.chars().allMatch(Character::isDigit)) {
                stems.add(stem(word));
            }
        }
        return stems;
    }

    static List<String> words(String text) {
        String plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        String apart =
                CAMEL.matcher(plain).replaceAll(" ").toLowerCase(Locale.ROOT).replaceAll("['\u2019]s?\\b", "");
        List<String> words = new ArrayList<>(List.of(GAP.split(apart)));
        words.removeIf(String::isEmpty);
        return words;
    }

    static String stem(String word) {
        String known = IRREGULAR.get(word);
        return known != null ? known : withoutIng(singular(word));
    }

    private static String singular(String word) {
        int length = word.length();
        if (length > 4 && word.endsWith("ies")) {
            return word.substring(0, length - 3) + "y";
        }
        if (length > 4 && SIBILANT_PLURAL.matcher(word).find()) {
            return word.substring(0, length - 2);
        }
        boolean plural = length > 3 && word.endsWith("s") && !word.matches(".*(ss|us|is)");
        return plural ? word.substring(0, length - 1) : word;
    }

    /** "flying" and "fly", "swimming" and "swim" are the same; "spring" and "king" stay. */
    private static String withoutIng(String word) {
        if (word.length() < 6 || !word.endsWith("ing")) {
            return word;
        }
        String root = word.substring(0, word.length() - 3);
        if (!root.matches(".*[aeiouy].*")) {
            return word;
        }
        int last = root.length() - 1;
        boolean doubled =
                last > 1 && root.charAt(last) == root.charAt(last - 1) && "lsz".indexOf(root.charAt(last)) < 0;
        return doubled ? root.substring(0, last) : root;
    }
}

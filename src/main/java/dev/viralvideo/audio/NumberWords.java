package dev.viralvideo.audio;

import dev.viralvideo.script.EnglishNumbers;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A written word that starts with a number, as words: signs, money, ordinals, years, ranges, times and units. */
final class NumberWords {
    private static final Pattern NUMBER = Pattern.compile(
            "(?<sign>[+\\-−–~≈<>±#]*)(?<money>[$€£¥₹]?)(?<whole>\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d+)(?:\\.(?<fraction>\\d+))?(?<rest>.*)");
    private static final Pattern RANGE = Pattern.compile("[-–—](?=[$€£¥₹]?\\d)(?<to>.+)");
    private static final Pattern CLOCK = Pattern.compile(":(?<minutes>[0-5]\\d)(?::\\d\\d)?(?<rest>[ap]m)?");
    private static final Set<String> MAGNITUDES = Set.of("hundred", "thousand", "million", "billion", "trillion");
    private static final Set<String> BEFORE_YEARS = Set.of(
            "in",
            "since",
            "by",
            "from",
            "until",
            "till",
            "before",
            "after",
            "around",
            "early",
            "late",
            "mid",
            "year",
            "to",
            "during",
            "circa",
            "of",
            "the",
            "and",
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");

    private final Lexicon lexicon;

    NumberWords(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /**
     * @param before the word before, lower case, or empty
     * @param next   the word after, as written without punctuation, or empty when a pause follows
     * @return nothing when the word does not start with a number
     */
    Optional<String> say(String core, String before, String next) {
        Matcher number = NUMBER.matcher(core);
        return number.matches()
                ? Optional.of(sign(number.group("sign")) + say(number, before, next))
                : Optional.empty();
    }

    /** The unit of a number that stands apart ({@code 3.5 km}): one kilometer, two kilometers. */
    Optional<String> unit(String unit, boolean one) {
        return lexicon.find("unit", unit.toLowerCase(Locale.ROOT))
                .map(forms -> forms.split(" ")[one ? 0 : 1].replace('-', ' '));
    }

    /** Whether a word is a number and, if so, whether it is a single one. */
    static boolean isNumber(String core) {
        return core.matches("[+\\-−–~≈<>±]*[\\d,.]*\\d");
    }

    /** {@code $5 million}: the currency is said after the million. */
    Optional<String> currencyAfter(String amount, String magnitude) {
        boolean money = amount.matches("[$€£¥₹][\\d,.]+") && MAGNITUDES.contains(magnitude.toLowerCase(Locale.ROOT));
        return money
                ? lexicon.find("currency", amount.substring(0, 1)).map(forms -> forms.split(" ")[1])
                : Optional.empty();
    }

    private String say(Matcher number, String before, String next) {
        String whole = number.group("whole").replace(",", "");
        String fraction = number.group("fraction");
        String rest = number.group("rest");
        if (!number.group("money").isEmpty()) {
            return money(number.group("money"), whole, fraction, rest, next);
        }
        String value = fraction == null ? EnglishNumbers.cardinal(whole) : EnglishNumbers.decimal(whole, fraction);
        if (rest.isEmpty()) {
            return fraction == null && isYear(number.group("whole"), before, next) ? EnglishNumbers.year(whole) : value;
        }
        return suffixed(whole, value, rest);
    }

    private String suffixed(String whole, String value, String rest) {
        if (rest.matches("(?i)st|nd|rd|th")) {
            return EnglishNumbers.ordinal(whole);
        }
        if (rest.matches("'?s")) {
            return EnglishNumbers.plural(whole.length() == 4 ? EnglishNumbers.year(whole) : value);
        }
        Matcher range = RANGE.matcher(rest);
        if (range.matches()) {
            String from = whole.length() == 4 && looksLikeYear(whole) ? EnglishNumbers.year(whole) : value;
            return from + " to " + say(range.group("to"), "to", "").orElse(range.group("to"));
        }
        Matcher clock = CLOCK.matcher(rest);
        if (clock.matches()) {
            return clock(value, clock.group("minutes"), clock.group("rest"));
        }
        if (rest.matches("/\\d+")) {
            return fraction(whole, value, rest.substring(1));
        }
        return value + " "
                + magnitude(rest, whole).or(() -> unit(rest, whole.equals("1"))).orElse(rest);
    }

    private String money(String sign, String whole, String fraction, String rest, String next) {
        String[] forms = lexicon.find("currency", sign).orElseThrow().split(" ");
        if (MAGNITUDES.contains(next.toLowerCase(Locale.ROOT)) && rest.isEmpty()) {
            return fraction == null ? EnglishNumbers.cardinal(whole) : EnglishNumbers.decimal(whole, fraction);
        }
        Optional<String> magnitude = magnitude(rest, "");
        if (magnitude.isPresent()) {
            String value = fraction == null ? EnglishNumbers.cardinal(whole) : EnglishNumbers.decimal(whole, fraction);
            return value + " " + magnitude.get() + " " + forms[1];
        }
        String units = EnglishNumbers.cardinal(whole) + " " + forms[whole.equals("1") ? 0 : 1];
        if (fraction == null || fraction.matches("0*")) {
            return units + " " + rest;
        }
        String cents = (fraction + "0").substring(0, 2);
        return units + " and " + EnglishNumbers.cardinal(Long.parseLong(cents)) + " "
                + forms[cents.equals("01") ? 2 : 3] + " " + rest;
    }

    /** {@code 10K} steps are thousands, a {@code 4K} picture is not. */
    private static Optional<String> magnitude(String suffix, String whole) {
        return switch (suffix) {
            case "K" -> whole.equals("4") || whole.equals("8") ? Optional.empty() : Optional.of("thousand");
            case "k" -> Optional.of("thousand");
            case "M" -> Optional.of("million");
            case "B", "bn" -> Optional.of("billion");
            case "T" -> Optional.of("trillion");
            default -> Optional.empty();
        };
    }

    private static String clock(String hours, String minutes, String half) {
        String said = minutes.equals("00")
                ? (half == null ? " o'clock" : "")
                : (minutes.startsWith("0") ? " oh " : " ") + EnglishNumbers.cardinal(Long.parseLong(minutes));
        return hours + said + (half == null ? "" : half.startsWith("a") ? " A M" : " P M");
    }

    private static String fraction(String whole, String value, String below) {
        boolean one = whole.equals("1");
        return switch (below) {
            case "2" -> value + (one ? " half" : " halves");
            case "4" -> value + (one ? " quarter" : " quarters");
            case "7" -> value + " " + EnglishNumbers.cardinal(below);
            case "3", "5", "8", "10" -> value + " " + EnglishNumbers.ordinal(below) + (one ? "" : "s");
            default -> value + " over " + EnglishNumbers.cardinal(below);
        };
    }

    private static boolean isYear(String written, String before, String next) {
        return looksLikeYear(written) && (next.isEmpty() || BEFORE_YEARS.contains(before));
    }

    private static boolean looksLikeYear(String written) {
        return written.matches("1[1-9]\\d\\d|20[1-9]\\d");
    }

    private static String sign(String sign) {
        return switch (sign) {
            case "-", "−", "–" -> "minus ";
            case "+" -> "plus ";
            case "±" -> "plus or minus ";
            case "~", "≈" -> "about ";
            case "<" -> "less than ";
            case ">" -> "more than ";
            case "#" -> "number ";
            default -> "";
        };
    }
}

package dev.viralvideo.script;

import java.util.stream.Collectors;

/** Numbers as they are said in American English, lower case, without hyphens. */
public final class EnglishNumbers {
    private static final String[] SMALL = {
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen"
    };
    private static final String[] TENS = {
        "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"
    };
    private static final String[] THOUSANDS = {
        "", "thousand", "million", "billion", "trillion", "quadrillion", "quintillion"
    };

    private EnglishNumbers() {}

    /** Digits without separators; what starts with a zero or is longer than 18 digits is said digit by digit. */
    public static String cardinal(String digits) {
        if (digits.length() > 18 || (digits.length() > 1 && digits.charAt(0) == '0')) {
            return digits(digits);
        }
        return cardinal(Long.parseLong(digits));
    }

    public static String cardinal(long value) {
        if (value < 20) {
            return SMALL[(int) value];
        }
        if (value < 100) {
            return TENS[(int) (value / 10)] + rest(value % 10);
        }
        if (value < 1000) {
            return SMALL[(int) (value / 100)] + " hundred" + rest(value % 100);
        }
        long unit = 1000;
        int name = 1;
        while (value / unit >= 1000) {
            unit *= 1000;
            name++;
        }
        return cardinal(value / unit) + " " + THOUSANDS[name] + rest(value % unit);
    }

    private static String rest(long value) {
        return value == 0 ? "" : " " + cardinal(value);
    }

    static String digits(String digits) {
        return digits.chars().mapToObj(c -> SMALL[c - '0']).collect(Collectors.joining(" "));
    }

    public static String decimal(String whole, String fraction) {
        return cardinal(whole) + " point " + digits(fraction);
    }

    public static String ordinal(String digits) {
        String words = cardinal(digits);
        int at = words.lastIndexOf(' ') + 1;
        return words.substring(0, at) + ordinalWord(words.substring(at));
    }

    private static String ordinalWord(String word) {
        return switch (word) {
            case "one" -> "first";
            case "two" -> "second";
            case "three" -> "third";
            case "five" -> "fifth";
            case "eight" -> "eighth";
            case "nine" -> "ninth";
            case "twelve" -> "twelfth";
            default -> word.endsWith("y") ? word.substring(0, word.length() - 1) + "ieth" : word + "th";
        };
    }

    /** Four digits read as a year: nineteen ninety, two thousand nine, twenty twenty five. */
    public static String year(String digits) {
        int value = Integer.parseInt(digits);
        int century = value / 100;
        int rest = value % 100;
        if (value / 10 % 100 == 0 || value < 1000) {
            return cardinal(value);
        }
        if (rest == 0) {
            return cardinal(century) + " hundred";
        }
        return cardinal(century) + (rest < 10 ? " oh " : " ") + cardinal(rest);
    }

    public static String plural(String words) {
        return words.endsWith("y") ? words.substring(0, words.length() - 1) + "ies" : words + "s";
    }
}

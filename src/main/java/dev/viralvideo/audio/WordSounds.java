package dev.viralvideo.audio;

import dev.viralvideo.script.EnglishNumbers;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is said for one written word: plain words, and single capitals where letters are spelled. */
final class WordSounds {
    private static final Pattern ADDRESS = Pattern.compile(
            "(?i)(?:https?://|mailto:)?(?:www\\.)?([\\w.+-]+@)?([\\w-]+(?:\\.[\\w-]+)*\\.[a-z]{2,})(?:[:/?#].*)?");
    // joints inside a word: hyphens and the like, camel case, a letter next to a digit
    private static final Pattern JOINTS = Pattern.compile(
            "[-‐‑–—/_.,:;!?\"“”«»()\\[\\]{}|\\\\*]+|(?<=\\p{Ll})(?=\\p{Lu}\\p{Ll})|(?<=\\p{L})(?=\\d)|(?<=\\d)(?=\\p{L})|(?=[&+@#%=×÷°π½⅓⅔¼¾²³∞])|(?<=[&+@#=×÷])");

    private final Lexicon lexicon;
    private final NumberWords numbers;

    WordSounds(Lexicon lexicon, NumberWords numbers) {
        this.lexicon = lexicon;
        this.numbers = numbers;
    }

    String say(WordInContext at) {
        WrittenWord word = at.word();
        String core = word.core();
        if (core.isEmpty()) {
            return lexicon.find("symbol", word.written()).orElse("");
        }
        return number(at).or(() -> whole(at)).or(() -> address(core)).orElseGet(() -> parts(core, at.shouted()));
    }

    private Optional<String> number(WordInContext at) {
        String core = at.word().core();
        if (NumberWords.isNumber(at.before()) && numbers.unit(core, false).isPresent() && isUnit(core)) {
            return numbers.unit(core, at.before().equals("1"));
        }
        Optional<String> currency = numbers.currencyAfter(at.before(), core);
        return currency.map(name -> core + " " + name)
                .or(() -> numbers.say(core, at.beforeInLowerCase(), at.next()).map(said -> parts(said, false)));
    }

    /** {@code in} and {@code x} after a number are words more often than units. */
    private static boolean isUnit(String core) {
        return !core.equalsIgnoreCase("in") && !core.equals("x") && !core.equals("k") && !core.equals("M");
    }

    private Optional<String> whole(WordInContext at) {
        String core = at.word().core();
        if (core.equals("A")) {
            boolean article = at.shouted() || at.startsSentence() && !at.next().isEmpty();
            return Optional.of(article ? "a" : "A");
        }
        Optional<String> symbol = lexicon.find("symbol", core);
        if (symbol.isPresent()) {
            return symbol;
        }
        return abbreviation(at.word().dotted().toLowerCase(Locale.ROOT), at.following());
    }

    private Optional<String> abbreviation(String dotted, String following) {
        if (dotted.equals("no.") && !following.matches("\\d.*")) {
            return Optional.empty();
        }
        if (dotted.equals("st.") && !following.matches("\\p{Lu}.*")) {
            return Optional.of("street");
        }
        return lexicon.find("abbreviation", dotted);
    }

    private Optional<String> address(String core) {
        Matcher address = ADDRESS.matcher(core);
        boolean initials = core.matches("(?:\\p{L}\\.)+\\p{L}\\.?");
        if (initials || !address.matches() || !core.matches(".*[a-z]{2}.*")) {
            return Optional.empty();
        }
        String user = address.group(1) == null
                ? ""
                : address.group(1).replace("@", " at ").replace(".", " dot ");
        return Optional.of(parts(user + address.group(2).replace(".", " dot "), false));
    }

    /** Each part of a compound by itself. */
    private String parts(String core, boolean shouted) {
        return Arrays.stream(core.split("\\s+"))
                .flatMap(JOINTS::splitAsStream)
                .map(part -> part(part, shouted))
                .collect(Collectors.joining(" "));
    }

    private String part(String part, boolean shouted) {
        Optional<String> known = lexicon.find("symbol", part).or(() -> lexicon.find("roman", part));
        if (known.isPresent()) {
            return known.get();
        }
        if (part.matches("\\d+")) {
            return EnglishNumbers.cardinal(part);
        }
        String folded = latin(part);
        return shouted ? folded.toLowerCase(Locale.ROOT) : capitals(folded);
    }

    private String capitals(String word) {
        Optional<String> known = lexicon.find("capitals", word);
        if (known.isPresent()) {
            return known.get();
        }
        Matcher letters = Pattern.compile("(\\p{Lu}{2,})('?s)?").matcher(word);
        boolean spelled = letters.matches() && (letters.group(1).length() < 4 || !word.matches(".*[AEIOUY].*"));
        if (!spelled) {
            return word;
        }
        String plural = letters.group(2) == null ? "" : "'s";
        return String.join(" ", letters.group(1).split("")) + plural;
    }

    /** Without accents; letters of other alphabets fall away, since the voice has no sound for them. */
    private static String latin(String word) {
        String plain = word.replace("ß", "ss")
                .replace("æ", "ae")
                .replace("Æ", "Ae")
                .replace("œ", "oe")
                .replace("Œ", "Oe")
                .replace("ø", "o")
                .replace("Ø", "O")
                .replace("ł", "l")
                .replace("Ł", "L")
                .replace("đ", "d")
                .replace("Đ", "D")
                .replace("ð", "th")
                .replace("þ", "th")
                .replace("Þ", "Th")
                .replace("ı", "i");
        return Normalizer.normalize(plain, Normalizer.Form.NFKD)
                .codePoints()
                .filter(c -> c < 128 && Character.isLetter(c) || c == '\'')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}

package dev.viralvideo.script;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A topic taken apart.
 *
 * @param topic   as given, without a full stop or question mark at its end
 * @param count   the number it promises ("5 facts", "seven ways"), or null
 * @param unit    what it promises that many of ("facts", "ways"), or null
 * @param subject what it is about, in the topic's own words ("honey bees", "the Roman Empire")
 * @param named   whether {@code subject} is a noun phrase that can stand behind "about"
 */
public record TopicPhrase(String topic, Intent intent, Integer count, String unit, String subject, boolean named) {
    /** What kind of video the words ask for. */
    public enum Intent {
        LIST,
        FACTS,
        HOW_TO,
        STORY,
        QUOTE,
        WHY,
        PLAIN
    }

    private static final String UNITS =
            "facts?|things?|reasons?|ways?|tips?|tricks?|secrets?|truths?|myths?|ideas?|steps?|"
                    + "lessons?|mistakes?|signs?|rules?|habits?|questions?|hacks?|examples?|kinds?|types?|sorts?|varieties|quotes?|"
                    + "quotations?|sayings?|stories|moments?|places?|names?";
    private static final Pattern COUNTED = Pattern.compile(
            "^(?:the |my |our |these )?(?:top |best |first )?(\\d{1,2}|[a-z]+)\\s+(?:of the )?(.+)$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern UNIT = Pattern.compile(
            "^((?:[\\w'-]+ ){0,4}?)(" + UNITS
                    + ")\\s+(?:(?:you|everyone|nobody|that|to|we|people)\\b.*?\\b)?(?:about|of|on|from|regarding)\\s+(.+)$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ABOUT = Pattern.compile(
            "^(?:(?:[\\w'-]+ ){0,3}?facts?|everything(?: you (?:need|should|want) to know)?|all|what (?:you|everyone) should know|what you (?:did not|didn't|don't) know|the truth|learn|"
                    + "an? (?:video|short|introduction|guide|script)|things(?: you (?:did not|didn't|don't) know)?|did you know this)\\s+(?:about|to|on)\\s+(.+)$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern STORY = Pattern.compile(
            "^(?:an? |the )?(?:[\\w'-]+ )?(?:story|history|tale|rise and fall|rise|fall|life|biography|origins?|legend) of\\s+(.+)$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern QUOTES = Pattern.compile(
            "^(?:[\\w'-]+ ){0,2}(?:quotes?|quotations?|sayings?) (?:about|on|by|from|of)\\s+(.+)$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern HOW_TO =
            Pattern.compile("^how (?:to|do i|do you|can i|can you)\\s+(.+)$", Pattern.CASE_INSENSITIVE);
    private static final Pattern WHY =
            Pattern.compile("^(?:why|how)\\s+(?:(?:do|does|did|is|are|was|were|can) )?(.+)$", Pattern.CASE_INSENSITIVE);
    private static final Pattern WHAT =
            Pattern.compile("^(?:what|who|where)(?: is| are| was| were|'s)\\s+(.+)$", Pattern.CASE_INSENSITIVE);
    private static final Pattern TAIL = Pattern.compile(
            "(?:\\s+(?:facts|explained|101|for beginners|in (?:a )?(?:minute|60 seconds|one minute|\\d+ seconds)|you (?:should|must|need to) (?:know|see|visit|hear|try)(?: about)?|"
                    + "worth knowing|in the world|of the world|of all time|(?:that|which) (?:will|you|are|can).*))+$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CLAUSE = Pattern.compile(
            "\\b(you|your|i|my|we|our|should|must|is|are|was|were|do|does|don't|can|will|how|why|when|that|which|better|than|to|never|always|not)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern UNIT_TO = Pattern.compile(
            "^((?:[\\w'-]+ )*?)(" + UNITS + ")\\s+(?:to|why|for|you)\\b\\s*(.*)$", Pattern.CASE_INSENSITIVE);
    private static final Pattern CAPITAL_THE = Pattern.compile("^The (?=\\p{Lu})");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern BEGINNING = Pattern.compile("^[^\\p{L}\\p{N}\"'“]+");
    private static final Pattern END = Pattern.compile("[\\s?!.:;,…]+$");

    public static TopicPhrase parse(String topic) {
        String text = SPACES.matcher(topic.strip()).replaceAll(" ");
        text = END.matcher(text).replaceFirst("");
        text = BEGINNING.matcher(text).replaceFirst("");
        Integer count = null;
        String unit = null;
        String rest = text;
        Matcher counted = COUNTED.matcher(text);
        if (counted.matches() && NumberWords.parse(counted.group(1)) != null) {
            count = NumberWords.parse(counted.group(1));
            rest = counted.group(2);
        }
        Matcher of = UNIT.matcher(rest);
        if (count != null && of.matches()) {
            unit = of.group(2).toLowerCase(Locale.ROOT);
            return phrase(text, quote(unit) ? Intent.QUOTE : Intent.LIST, count, unit, of.group(3));
        }
        if (count != null) {
            Matcher to = UNIT_TO.matcher(rest);
            if (to.matches()) {
                return new TopicPhrase(
                        text, Intent.LIST, count, to.group(2).toLowerCase(Locale.ROOT), to.group(3), false);
            }
            return phrase(text, Intent.LIST, count, null, rest);
        }
        return uncounted(text);
    }

    private static TopicPhrase uncounted(String text) {
        Intent[] intents = {Intent.HOW_TO, Intent.QUOTE, Intent.STORY, Intent.FACTS, Intent.FACTS, Intent.WHY};
        Pattern[] patterns = {HOW_TO, QUOTES, STORY, ABOUT, WHAT, WHY};
        for (int i = 0; i < patterns.length; i++) {
            Matcher matcher = patterns[i].matcher(text);
            if (matcher.matches()) {
                boolean clause = intents[i] == Intent.HOW_TO || intents[i] == Intent.WHY;
                return clause
                        ? new TopicPhrase(text, intents[i], null, null, matcher.group(1), false)
                        : phrase(text, intents[i], null, null, matcher.group(1));
            }
        }
        boolean facts = text.toLowerCase(Locale.ROOT).endsWith(" facts");
        return phrase(text, facts ? Intent.FACTS : Intent.PLAIN, null, null, text);
    }

    private static TopicPhrase phrase(String topic, Intent intent, Integer count, String unit, String subject) {
        String plain = TAIL.matcher(subject).replaceFirst("").strip();
        plain = plain.isEmpty() ? subject : plain;
        // it stands behind "about"; a title gives it its capital back
        plain = CAPITAL_THE.matcher(plain).replaceFirst("the ");
        boolean named = !CLAUSE.matcher(plain).find() && plain.split(" ").length <= 6;
        return new TopicPhrase(topic, intent, count, unit, plain, named);
    }

    private static boolean quote(String unit) {
        return unit.startsWith("quot") || unit.startsWith("saying");
    }
}

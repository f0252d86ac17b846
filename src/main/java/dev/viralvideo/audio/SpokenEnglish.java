package dev.viralvideo.audio;

import dev.viralvideo.audio.SpokenWord.Pause;
import dev.viralvideo.audio.SpokenWord.Piece;
import dev.viralvideo.failure.Failure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Turns written English into what is said for each written word, so that its time can be told by its own spelling. */
final class SpokenEnglish {
    private final Lexicon lexicon;
    private final WordSounds sounds;
    private final NumberWords numbers;

    SpokenEnglish(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.numbers = new NumberWords(lexicon);
        this.sounds = new WordSounds(lexicon, numbers);
    }

    /** @throws Failure.Validation when nothing in the text can be said in English */
    List<SpokenWord> read(String text) {
        List<WrittenWord> written = WrittenWord.in(text);
        boolean shouted = isShouted(written);
        List<SpokenWord> words = new ArrayList<>();
        StringBuilder unspoken = new StringBuilder();
        for (int i = 0; i < written.size(); i++) {
            List<Piece> pieces = pieces(sounds.say(new WordInContext(written, i, shouted)));
            if (pieces.isEmpty()) {
                attach(written.get(i), words, unspoken);
            } else {
                words.add(new SpokenWord(unspoken + written.get(i).written(), pieces, pause(written, i)));
                unspoken.setLength(0);
            }
        }
        if (words.isEmpty()) {
            throw new Failure.Validation(
                    "NOTHING_TO_SPEAK",
                    "there is no word in '" + abbreviated(text) + "' that the English voice can speak;"
                            + " write the narration in Latin letters or choose another voice");
        }
        return words;
    }

    /** A mark or a word in another script is shown with its neighbour; a picture is not shown at all. */
    private static void attach(WrittenWord word, List<SpokenWord> words, StringBuilder unspoken) {
        if (!word.mark() && !word.speakable()) {
            return;
        }
        if (words.isEmpty()) {
            unspoken.append(word.written()).append(' ');
            return;
        }
        SpokenWord last = words.remove(words.size() - 1);
        Pause pause = last.pause() == Pause.NONE ? Pause.PHRASE : last.pause();
        words.add(new SpokenWord(last.written() + " " + word.written(), last.pieces(), pause));
    }

    private Pause pause(List<WrittenWord> words, int i) {
        WrittenWord word = words.get(i);
        boolean last = i == words.size() - 1;
        boolean sentenceFollows = last || startsUpper(words.get(i + 1).core());
        boolean ownStop = lexicon.find("abbreviation", word.dotted().toLowerCase(Locale.ROOT))
                        .isPresent()
                || word.core().matches("(?:\\p{L}\\.)*\\p{L}");
        if (word.pause() == Pause.SENTENCE && word.after().startsWith(".") && ownStop) {
            boolean ends = last || (sentenceFollows && word.dotted().matches("(?i)etc\\.|[ap]\\.m\\."));
            return ends ? Pause.SENTENCE : Pause.NONE;
        }
        boolean opens = !last && words.get(i + 1).written().matches("[(\\[].*");
        return word.pause() == Pause.NONE && opens ? Pause.PHRASE : word.pause();
    }

    private List<Piece> pieces(String said) {
        return Arrays.stream(said.split("[^A-Za-z']+"))
                .filter(word -> word.chars().anyMatch(Character::isLetter))
                .map(this::piece)
                .toList();
    }

    private Piece piece(String said) {
        if (said.matches("[A-Z]'s")) {
            return new Piece(said, lexicon.find("phones", said.substring(0, 1)).orElseThrow() + " z");
        }
        String key = said.length() == 1 ? said : said.toLowerCase(Locale.ROOT);
        return new Piece(said, lexicon.find("phones", key).orElse(null));
    }

    private static boolean isShouted(List<WrittenWord> words) {
        long letters = words.stream()
                .filter(word -> word.core().matches(".*\\p{L}{2}.*"))
                .count();
        long upper = words.stream()
                .filter(word -> word.core().matches("[\\p{Lu}'-]{2,}"))
                .count();
        return upper > 1 && upper * 2 > letters;
    }

    private static boolean startsUpper(String core) {
        return !core.isEmpty() && Character.isUpperCase(core.codePointAt(0));
    }

    private static String abbreviated(String text) {
        return text.length() <= 60 ? text : text.substring(0, 59) + "…";
    }
}

package dev.viralvideo.video.caption;

import dev.viralvideo.graphics.TextBlock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which words of a title stand out: numbers and what it is about, else its last line. */
final class Keywords {
    private Keywords() {}

    static Set<Integer> of(List<String> words, TextBlock block, List<String> terms) {
        Set<String> subject = terms.stream()
                .limit(1)
                .flatMap(term -> Stream.of(term.split("[^\\p{L}\\p{N}]+")))
                .map(Keywords::letters)
                .filter(word -> word.length() > 2)
                .collect(Collectors.toSet());
        Set<Integer> found = block.words().stream()
                .map(TextBlock.Word::index)
                .filter(index -> subject.stream().anyMatch(word -> alike(word, letters(words.get(index)))))
                .collect(Collectors.toSet());
        boolean matched = !found.isEmpty();
        for (TextBlock.Word word : block.words()) {
            boolean number = words.get(word.index()).matches(".*\\p{Nd}.*");
            boolean lastLine = !matched && block.lines() > 1 && word.line() == block.lines() - 1;
            if (number || lastLine) {
                found.add(word.index());
            }
        }
        return found;
    }

    /** Near enough to find "bees" by "bee": the same but for an ending of two letters. */
    private static boolean alike(String one, String other) {
        String longer = one.length() > other.length() ? one : other;
        String shorter = longer == one ? other : one;
        return shorter.length() > 2 && longer.startsWith(shorter) && longer.length() - shorter.length() <= 2;
    }

    private static String letters(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}

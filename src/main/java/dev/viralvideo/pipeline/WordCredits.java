package dev.viralvideo.pipeline;

import dev.viralvideo.script.Script;
import dev.viralvideo.script.Segment;
import dev.viralvideo.stock.Licence;
import dev.viralvideo.video.output.Credit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whom the words of a script are owed to: articles that its segments name as their source. */
final class WordCredits {
    private static final Pattern ARTICLE = Pattern.compile("(\\w+), \"(.*)\", (https?://\\S+), (CC BY-SA [\\d.]+).*");

    private WordCredits() {}

    /** One for each article. */
    static List<Credit> of(Script script) {
        Map<String, Credit> credits = new LinkedHashMap<>();
        for (Segment segment : script.segments()) {
            Matcher article = ARTICLE.matcher(segment.source());
            if (article.matches()) {
                String contributors = article.group(1) + " contributors";
                String licence = article.group(4);
                credits.putIfAbsent(
                        article.group(3),
                        new Credit(
                                "words",
                                article.group(2),
                                article.group(1),
                                new Licence(
                                        licence.replace(' ', '-'),
                                        licence,
                                        "https://creativecommons.org/licenses/by-sa/4.0/",
                                        article.group(2),
                                        contributors,
                                        null,
                                        article.group(3),
                                        "shortened; what is told in its words is under the same licence")));
            }
        }
        return List.copyOf(credits.values());
    }
}

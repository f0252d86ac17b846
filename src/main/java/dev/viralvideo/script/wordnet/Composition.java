package dev.viralvideo.script.wordnet;

import dev.viralvideo.script.NumberWords;
import dev.viralvideo.script.Segment;
import dev.viralvideo.script.Template;
import dev.viralvideo.script.TextPattern;
import dev.viralvideo.script.TitleCase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Puts statements between hook and outro, as the template says. */
final class Composition {
    private static final int MOST_GLANCE = 48;

    private final Template template;
    private final Promise promise;
    private final Subject subject;
    private final long seed;
    private final boolean plain;

    /** @param plain every statement as it stands, without varied openings */
    Composition(Template template, Promise promise, Subject subject, long seed, boolean plain) {
        this.template = template;
        this.promise = promise;
        this.subject = subject;
        this.seed = seed;
        this.plain = plain;
    }

    List<Segment> segments(List<Statement> statements) {
        Map<String, String> values = values();
        List<Segment> segments = new ArrayList<>();
        List<String> general = terms();
        String hook = hook(values);
        segments.add(around(0, Segment.Kind.HOOK, hook, shown(), general));
        for (Statement statement : statements) {
            segments.add(item(segments.size(), statement, values));
        }
        values.remove("number");
        String outro = TextPattern.choose(template.structure().outros(), values, seed);
        segments.add(around(segments.size(), Segment.Kind.OUTRO, outro, "Follow for More", general));
        return segments;
    }

    /** A hook that speaks of the subject promises facts about it; of kinds only the topic itself speaks. */
    private String hook(Map<String, String> values) {
        List<String> hooks = template.structure().hooks();
        Map<String, String> known = new HashMap<>(values);
        if (promise.kinds()) {
            known.remove("subject");
        }
        String hook = TextPattern.choose(hooks, known, seed);
        return hook.isEmpty() ? TextPattern.choose(hooks, values, seed) : hook;
    }

    /** The whole promise where it can be read at a glance, else what it is about. */
    private String shown() {
        return promise.title().length() <= MOST_GLANCE ? promise.title() : TitleCase.of(subject.phrase());
    }

    private Segment item(int index, Statement statement, Map<String, String> values) {
        values.put("number", NumberWords.word(index));
        List<String> leads = template.structure().leads();
        String lead = leads.isEmpty() ? "" : TextPattern.fill(leads.get((index - 1) % leads.size()), values) + " ";
        return new Segment(
                index,
                Segment.Kind.ITEM,
                template.structure().numbered() ? Integer.valueOf(index) : null,
                lead + Wording.of(statement, subject.lemma(), index - 1, seed, plain),
                statement.onScreen(),
                statement.terms(),
                statement.source());
    }

    private Segment around(int index, Segment.Kind kind, String text, String shown, List<String> terms) {
        return new Segment(index, kind, null, text, shown, terms, "template " + template.name());
    }

    private Map<String, String> values() {
        Map<String, String> values = new HashMap<>();
        values.put("subject", subject.spoken());
        values.put("count", NumberWords.word(promise.count()));
        if (promise.topic() != null) {
            values.put("topic", promise.topic());
        }
        return values;
    }

    private List<String> terms() {
        List<String> terms = new ArrayList<>(List.of(subject.phrase().replaceFirst("^the ", ""), subject.lemma()));
        subject.sense().lemmas().stream()
                .filter(lemma -> !lemma.contains(" ") || lemma.equals(lemma.toLowerCase(Locale.ROOT)))
                .forEach(terms::add);
        return Statements.distinct(terms);
    }
}

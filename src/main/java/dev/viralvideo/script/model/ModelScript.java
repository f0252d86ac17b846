package dev.viralvideo.script.model;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.script.NumberWords;
import dev.viralvideo.script.OwnWords;
import dev.viralvideo.script.PostText;
import dev.viralvideo.script.Script;
import dev.viralvideo.script.ScriptEnhancer;
import dev.viralvideo.script.ScriptValidator;
import dev.viralvideo.script.Segment;
import dev.viralvideo.script.SpeakingRate;
import dev.viralvideo.script.TextPattern;
import dev.viralvideo.script.Texts;
import dev.viralvideo.script.TopicPhrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Turns a model's answer into a script, or says what is wrong with it so that it can be asked again. */
public final class ModelScript {
    /** @param script null when there are problems */
    public record Result(Script script, List<String> problems) {
        public Result {
            problems = List.copyOf(problems);
        }
    }

    private static final int MOST_TITLE = 80;

    private final ScriptEnhancer enhancer;
    private final ScriptValidator validator;

    public ModelScript(SpeakingRate rate) {
        this.enhancer = new ScriptEnhancer(rate);
        this.validator = new ScriptValidator(rate);
    }

    /**
     * @param writer for {@link Script#writer}
     * @param model  who wrote it, for the sources of what no given fact says
     */
    public Result of(String answer, ScriptTask task, String writer, String model) {
        try {
            Draft draft = Draft.read(answer);
            List<String> problems = counted(draft, task);
            if (!problems.isEmpty()) {
                return new Result(null, problems);
            }
            Script script = script(draft, task, writer, model);
            validator.check(enhancer.enhance(script, task.template(), task.seconds()), task.template(), task.seconds());
            return new Result(script, List.of());
        } catch (Draft.Unreadable e) {
            return new Result(null, e.problems());
        } catch (Failure.Validation e) {
            return new Result(null, List.of(e.getMessage().split("; ")));
        }
    }

    private static List<String> counted(Draft draft, ScriptTask task) {
        List<String> problems = new ArrayList<>();
        Integer promised = TopicPhrase.parse(task.request().topic()).count();
        int least = task.template().structure().minItems();
        int items = draft.items().size();
        if (promised != null && items != task.items()) {
            problems.add("the topic promises " + task.items() + " items, there are " + items);
        } else if (items < Math.min(least, task.items()) || items > 20) {
            problems.add("there are " + items + " items, write " + task.items());
        }
        return problems;
    }

    private static Script script(Draft draft, ScriptTask task, String writer, String model) {
        List<Segment> segments = new ArrayList<>();
        segments.add(segment(0, Segment.Kind.HOOK, null, "", draft.hook(), task, model));
        boolean numbered = task.template().structure().numbered();
        for (Draft.Part item : draft.items()) {
            int number = segments.size();
            segments.add(segment(
                    number,
                    Segment.Kind.ITEM,
                    numbered ? Integer.valueOf(number) : null,
                    lead(task, number),
                    item,
                    task,
                    model));
        }
        segments.add(segment(segments.size(), Segment.Kind.OUTRO, null, "", draft.outro(), task, model));
        String title = shown(draft.title(), MOST_TITLE);
        String subject = TopicPhrase.parse(task.request().topic()).subject();
        return new Script(
                task.request().topic(),
                title,
                PostText.description(title, segments),
                task.template().name(),
                task.language(),
                writer,
                segments,
                PostText.hashtags(subject, draft.hashtags(), task.template(), segments),
                List.of());
    }

    /** Only in the language that the template's own words are in. */
    private static String lead(ScriptTask task, int number) {
        List<String> leads = task.template().structure().leads();
        if (leads.isEmpty() || !task.language().startsWith("en")) {
            return "";
        }
        return TextPattern.fill(leads.get((number - 1) % leads.size()), Map.of("number", NumberWords.word(number)))
                + " ";
    }

    private static Segment segment(
            int index, Segment.Kind kind, Integer number, String lead, Draft.Part part, ScriptTask task, String model) {
        List<String> terms = part.search().stream()
                .map(term -> shown(term, 60)
                        .replaceAll("[^\\p{L}\\p{M}\\p{N}' -]", " ")
                        .strip())
                .filter(term -> !term.isEmpty())
                .limit(5)
                .toList();
        String narration = Texts.ended(Texts.speakable(part.narration()));
        if (terms.isEmpty()) {
            terms = OwnWords.searchTerms(
                    narration,
                    part.onScreen(),
                    TopicPhrase.parse(task.request().topic()).subject());
        }
        Integer fact = part.fact();
        boolean told = fact != null && fact >= 1 && fact <= task.facts().size();
        return new Segment(
                index,
                kind,
                number,
                lead + narration,
                shown(part.onScreen(), MOST_TITLE),
                terms,
                told ? task.facts().get(fact - 1).source() + ", told by " + model : model);
    }

    private static String shown(String text, int most) {
        String clean = Texts.speakable(text);
        return clean.length() <= most ? clean : clean.substring(0, most).replaceFirst("\\s+\\S*$", "");
    }
}

package dev.viralvideo.pipeline;

import dev.viralvideo.intake.Request;
import dev.viralvideo.json.Json;
import dev.viralvideo.project.Accepted;
import dev.viralvideo.project.GroupCommit;
import dev.viralvideo.project.Stage;
import dev.viralvideo.project.Submission;
import dev.viralvideo.project.Submissions;
import dev.viralvideo.script.Script;
import java.util.Arrays;
import java.util.List;
import org.apache.camel.ProducerTemplate;

/** The one way in: whatever edge a request comes by, it is filled in, stored durably and then hinted at. */
public final class Intake {
    private static final int GROUP = 250;

    private final RequestDefaults defaults;
    private final Submissions submissions;
    private final ProducerTemplate template;
    private final GroupCommit<Submission, Accepted> group;

    public Intake(RequestDefaults defaults, Submissions submissions, ProducerTemplate template) {
        this.defaults = defaults;
        this.submissions = submissions;
        this.template = template;
        this.group =
                new GroupCommit<>(this::accept, problem -> !Failures.of(problem).retryable(), GROUP);
    }

    /** @throws dev.viralvideo.failure.Failure when it names a template, voice, style or music that is not known */
    public Request fill(Request request) {
        return defaults.fill(request);
    }

    /** Stores one filled request; what many threads bring at once shares its commits. When it returns it is safe. */
    public Accepted accept(Submission filled) {
        return group.store(filled);
    }

    /**
     * Stores filled requests in one transaction; when it returns they are safe.
     *
     * @return one entry for each, in the same order
     */
    public List<Accepted> accept(List<Submission> filled) {
        List<Accepted> accepted = submissions.createAll(filled);
        hint(accepted, Stage.SCRIPT);
        return accepted;
    }

    /** Likewise for a filled request whose script is written already. */
    public Accepted acceptWritten(Submission filled, Script script) {
        Accepted accepted = submissions.createWritten(filled, Json.write(script));
        hint(List.of(accepted), Stage.MEDIA, Stage.AUDIO);
        return accepted;
    }

    private void hint(List<Accepted> accepted, Stage... stages) {
        List<Hint> hints = accepted.stream()
                .filter(Accepted::created)
                .flatMap(project -> Arrays.stream(stages).map(stage -> new Hint(project.projectId(), stage)))
                .toList();
        template.sendBody("direct:project-dispatch", hints);
    }
}

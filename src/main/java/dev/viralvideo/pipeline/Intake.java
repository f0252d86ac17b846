package dev.viralvideo.pipeline;

import dev.viralvideo.intake.Request;
import dev.viralvideo.project.Accepted;
import dev.viralvideo.project.Stage;
import dev.viralvideo.project.Submission;
import dev.viralvideo.project.Submissions;
import java.util.List;
import org.apache.camel.ProducerTemplate;

/** The one way in: whatever edge a request comes by, it is filled in, stored durably and then hinted at. */
public final class Intake {
    private final RequestDefaults defaults;
    private final Submissions submissions;
    private final ProducerTemplate template;

    public Intake(RequestDefaults defaults, Submissions submissions, ProducerTemplate template) {
        this.defaults = defaults;
        this.submissions = submissions;
        this.template = template;
    }

    /** @throws dev.viralvideo.failure.Failure when it names a template, voice, style or music that is not known */
    public Request fill(Request request) {
        return defaults.fill(request);
    }

    /**
     * Stores filled requests in one transaction; when it returns they are safe.
     *
     * @return one entry for each, in the same order
     */
    public List<Accepted> accept(List<Submission> filled) {
        List<Accepted> accepted = submissions.createAll(filled);
        List<Hint> hints = accepted.stream()
                .filter(Accepted::created)
                .map(project -> new Hint(project.projectId(), Stage.SCRIPT))
                .toList();
        template.sendBody("direct:project-dispatch", hints);
        return accepted;
    }
}

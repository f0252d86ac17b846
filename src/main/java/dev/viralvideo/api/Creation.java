package dev.viralvideo.api;

import dev.viralvideo.api.ProjectView.Links;
import dev.viralvideo.failure.Failure;
import dev.viralvideo.intake.Request;
import dev.viralvideo.pipeline.Intake;
import dev.viralvideo.pipeline.IntakeGate;
import dev.viralvideo.pipeline.RestIntake;
import dev.viralvideo.project.Accepted;
import dev.viralvideo.project.Project;
import dev.viralvideo.project.ProjectStatus;
import dev.viralvideo.project.ProjectStore;
import dev.viralvideo.project.Submission;
import dev.viralvideo.script.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Stores requests as projects, each key once: what is told to be stored is safe. */
final class Creation {
    private static final String SOURCE = "rest";
    private final Intake intake;
    private final RestIntake edge;
    private final IntakeGate gate;
    private final ProjectStore store;

    Creation(Intake intake, RestIntake edge, IntakeGate gate, ProjectStore store) {
        this.intake = intake;
        this.edge = edge;
        this.gate = gate;
        this.store = store;
    }

    /** @throws Failure.Validation when it names something that is not there */
    Request filled(Request request) {
        return intake.fill(request);
    }

    Accepted one(Request filled, Call call) {
        open();
        return checked(edge.accept(submission(filled, call, "")), filled);
    }

    /** All or none, in their order. */
    List<Accepted> all(List<Request> filled, Call call) {
        open();
        List<Submission> submissions = new ArrayList<>();
        for (Request request : filled) {
            submissions.add(submission(request, call, ":" + submissions.size()));
        }
        List<Accepted> accepted = edge.acceptAll(submissions);
        for (int i = 0; i < accepted.size(); i++) {
            checked(accepted.get(i), filled.get(i));
        }
        return accepted;
    }

    Accepted written(Request filled, Script script, Call call) {
        open();
        return checked(intake.acceptWritten(submission(filled, call, ""), script), filled);
    }

    Answer answer(Accepted accepted, Links links) {
        return Answer.accepted(
                links.self(accepted.projectId()),
                accepted.created() ? Map.of() : Map.of("Idempotency-Replayed", "true"),
                view(accepted, links));
    }

    ProjectView.Stored view(Accepted accepted, Links links) {
        ProjectStatus status = accepted.created()
                ? ProjectStatus.QUEUED
                : store.get(accepted.projectId()).status();
        return new ProjectView.Stored(accepted.projectId(), status, links.of(accepted.projectId(), status));
    }

    private static Submission submission(Request filled, Call call, String row) {
        // two holders of tokens may happen to choose the same key
        String key = call.optional("Idempotency-Key")
                .map(own -> SOURCE + ":" + call.caller().id() + ":" + own + row)
                .orElse(null);
        return new Submission(filled, key, SOURCE, null, null);
    }

    private void open() {
        gate.reason().ifPresent(reason -> {
            throw new Failure.Resource("INTAKE_WAITS", "nothing is taken in for now: " + reason + "; try again later");
        });
    }

    private Accepted checked(Accepted accepted, Request filled) {
        if (!accepted.created()) {
            Project project = store.get(accepted.projectId());
            if (!project.request().equals(filled)) {
                throw new Failure.Validation(
                        "IDEMPOTENCY_KEY_REUSED",
                        "the Idempotency-Key was used for another request, which made project " + project.id()
                                + "; take a new key for a new request");
            }
        }
        return accepted;
    }
}

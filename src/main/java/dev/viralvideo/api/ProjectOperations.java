package dev.viralvideo.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.viralvideo.api.ProjectView.Line;
import dev.viralvideo.api.ProjectView.Links;
import dev.viralvideo.api.ProjectView.Stored;
import dev.viralvideo.failure.Failure;
import dev.viralvideo.intake.Request;
import dev.viralvideo.intake.TopicMessage;
import dev.viralvideo.json.Json;
import dev.viralvideo.project.Accepted;
import dev.viralvideo.project.Pipeline;
import dev.viralvideo.project.ProjectStatus;
import dev.viralvideo.project.ProjectStore;
import dev.viralvideo.project.ProjectSummary;
import dev.viralvideo.project.Stage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code /projects}: create, list, look, cancel, retry, delete, files and events. */
final class ProjectOperations {
    private static final int PAGE = 20;
    private static final long MOST_BYTES = 1 << 20;

    private final Creation creation;
    private final Pipeline pipeline;
    private final ProjectStore store;
    private final Packages packages;
    private final EventStreams streams;
    private final Links links;

    ProjectOperations(
            Creation creation,
            Pipeline pipeline,
            ProjectStore store,
            Packages packages,
            EventStreams streams,
            Links links) {
        this.creation = creation;
        this.pipeline = pipeline;
        this.store = store;
        this.packages = packages;
        this.streams = streams;
        this.links = links;
    }

    Map<String, Endpoint> endpoints() {
        return Map.ofEntries(
                Map.entry("createProject", this::create),
                Map.entry("createProjects", this::createAll),
                Map.entry("listProjects", this::list),
                Map.entry("getProject", this::get),
                Map.entry("deleteProject", this::delete),
                Map.entry("cancelProject", this::cancel),
                Map.entry("retryProject", this::retry),
                Map.entry("projectEvents", this::events),
                Map.entry("listProjectFiles", this::files),
                Map.entry("getProjectFile", this::file));
    }

    private Answer create(Call call) {
        return creation.answer(creation.one(creation.filled(request(call.body())), call), links);
    }

    private Answer createAll(Call call) {
        List<Request> requests = new ArrayList<>();
        List<Wrong> wrong = new ArrayList<>();
        int index = 0;
        for (JsonNode entry : call.body().path("projects")) {
            try {
                requests.add(creation.filled(request(entry)));
            } catch (Failure.Validation | Failure.Configuration e) {
                wrong.add(new Wrong("/projects/" + index, e.code(), "/projects/" + index + ": " + e.getMessage()));
            }
            index++;
        }
        if (!wrong.isEmpty()) {
            throw new Invalid(wrong);
        }
        List<Accepted> accepted = creation.all(requests, call);
        List<Stored> stored =
                accepted.stream().map(one -> creation.view(one, links)).toList();
        return Answer.json(202, Map.of(), Map.of("projects", stored));
    }

    private static Request request(JsonNode body) {
        return TopicMessage.parse(Json.write(body).getBytes(StandardCharsets.UTF_8), MOST_BYTES);
    }

    private record Page(List<Line> projects, String next) {}

    private Answer list(Call call) {
        ProjectStatus status =
                call.optional("status").map(ProjectStatus::valueOf).orElse(null);
        int limit = call.number("limit", PAGE);
        List<ProjectSummary> found = store.list(status, call.parameter("page"), limit + 1);
        List<ProjectSummary> page = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit ? page.get(limit - 1).id() : null;
        return Answer.ok(
                new Page(page.stream().map(project -> Line.of(project, links)).toList(), next));
    }

    private Answer get(Call call) {
        return Answer.ok(view(call));
    }

    private Answer cancel(Call call) {
        pipeline.cancelProject(call.parameter("id"));
        return Answer.ok(view(call));
    }

    private Answer retry(Call call) {
        Stage from = call.optional("from").map(Stage::valueOf).orElse(null);
        pipeline.retryProject(call.parameter("id"), from);
        return Answer.json(202, Map.of(), view(call));
    }

    private ProjectView view(Call call) {
        return ProjectView.of(pipeline.getProjectStatus(call.parameter("id")), links);
    }

    private Answer delete(Call call) {
        packages.delete(call.parameter("id"));
        return Answer.empty();
    }

    private Answer events(Call call) {
        return streams.open(
                call.parameter("id"),
                call.optional("Last-Event-ID").map(Long::parseLong).orElse(0L));
    }

    private Answer files(Call call) {
        String id = call.parameter("id");
        return Answer.ok(Map.of("files", packages.files(id, links.self(id) + "/files/")));
    }

    private Answer file(Call call) {
        return FileAnswer.of(packages.file(call.parameter("id"), call.parameter("name")), call);
    }
}

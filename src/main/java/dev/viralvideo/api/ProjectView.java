package dev.viralvideo.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.viralvideo.json.Json;
import dev.viralvideo.project.ProjectProgress;
import dev.viralvideo.project.ProjectStatus;
import dev.viralvideo.project.ProjectSummary;
import dev.viralvideo.project.Stage;
import dev.viralvideo.project.StageProgress;
import dev.viralvideo.project.StageState;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Projects as callers see them: no path and no worker of this machine. */
record ProjectView(
        String id,
        String topic,
        ProjectStatus status,
        Stage stage,
        double percent,
        Long secondsLeft,
        Instant createdAt,
        Instant updatedAt,
        List<StageView> stages,
        JsonNode error,
        Map<String, String> links) {
    /** One stage of it. */
    record StageView(
            Stage stage, StageState state, double percent, int attempts, Instant startedAt, Instant finishedAt) {
        static StageView of(StageProgress stage) {
            return new StageView(
                    stage.stage(),
                    stage.state(),
                    Math.round(stage.fraction() * 1000) / 10.0,
                    stage.attempts(),
                    stage.startedAt(),
                    stage.finishedAt());
        }
    }

    /** A line of a list. */
    record Line(
            String id,
            String topic,
            ProjectStatus status,
            JsonNode error,
            Instant createdAt,
            Instant updatedAt,
            Map<String, String> links) {
        static Line of(ProjectSummary project, Links links) {
            return new Line(
                    project.id(),
                    project.topic(),
                    project.status(),
                    errorOf(project.error()),
                    project.createdAt(),
                    project.updatedAt(),
                    links.of(project.id(), project.status()));
        }
    }

    /** A project that was just stored. */
    record Stored(String id, ProjectStatus status, Map<String, String> links) {}

    static ProjectView of(ProjectProgress project, Links links) {
        return new ProjectView(
                project.id(),
                project.topic(),
                project.status(),
                project.stage(),
                project.percent(),
                project.timeLeft() == null ? null : (Long) project.timeLeft().toSeconds(),
                project.createdAt(),
                project.updatedAt(),
                project.stages().stream().map(StageView::of).toList(),
                errorOf(project.error()),
                links.of(project.id(), project.status()));
    }

    private static JsonNode errorOf(String json) {
        return json == null ? null : Json.read(json, JsonNode.class);
    }

    /**
     * Where to go on from a project.
     *
     * @param base path of the collection, such as {@code /api/v1/projects}
     */
    record Links(String base) {
        String self(String id) {
            return base + "/" + id;
        }

        Map<String, String> of(String id, ProjectStatus status) {
            Map<String, String> links = new LinkedHashMap<>();
            links.put("self", self(id));
            boolean done = status == ProjectStatus.COMPLETED;
            if (base.endsWith("/renders")) {
                if (done) {
                    links.put("output", self(id) + "/output");
                }
                return links;
            }
            links.put("events", self(id) + "/events");
            if (done) {
                links.put("files", self(id) + "/files");
                links.put("video", self(id) + "/files/video.mp4");
            }
            return links;
        }
    }
}

package dev.viralvideo.ops.bean;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.json.Json;
import dev.viralvideo.project.Pipeline;
import dev.viralvideo.project.ProjectStatus;
import dev.viralvideo.project.ProjectStore;
import dev.viralvideo.project.Stage;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedOperation;
import org.apache.camel.api.management.ManagedResource;

/** The projects, one by one. */
@ManagedResource(description = "Projects: how many there are, and one of them cancelled or tried again")
public final class ProjectsBean {
    private final Pipeline pipeline;
    private final ProjectStore store;

    public ProjectsBean(Pipeline pipeline, ProjectStore store) {
        this.pipeline = pipeline;
        this.store = store;
    }

    @ManagedAttribute(description = "How many there are of each status")
    public String getCounts() {
        Map<ProjectStatus, Long> counts = store.counts();
        return counts.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    @ManagedOperation(description = "Where a project stands")
    public String showProject(String id) {
        return Json.pretty(pipeline.getProjectStatus(id));
    }

    @ManagedOperation(description = "Cancels a project for good")
    public String cancel(String id) {
        return pipeline.cancelProject(id).name();
    }

    @ManagedOperation(description = "Tries a failed project again: the stages that are not done")
    public String retry(String id) {
        return pipeline.retryProject(id, null).toString();
    }

    @ManagedOperation(description = "Tries a project again from a stage: SCRIPT, MEDIA, AUDIO or VIDEO")
    public String retryFrom(String id, String stage) {
        return pipeline.retryProject(id, stage(stage)).toString();
    }

    private static Stage stage(String name) {
        return Arrays.stream(Stage.values())
                .filter(stage -> stage.name().equals(name.strip().toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new Failure.Validation(
                        "NO_STAGE", "there is no stage " + name + "; use one of " + Arrays.toString(Stage.values())));
    }
}

package dev.viralvideo.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.viralvideo.project.OutboxEvent;
import dev.viralvideo.project.ProjectStatus;
import dev.viralvideo.project.ProjectSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** What must hold when all projects have ended, whatever happened to the services that made them. */
final class Outcome {
    private static final List<String> FILES = List.of(
            "captions.srt",
            "captions.vtt",
            "credits.md",
            "metadata.json",
            "report.json",
            "script.json",
            "thumbnail.jpg",
            "video.mp4");

    private Outcome() {}

    /** Waits for what a service does soon after the last project has ended. */
    static void awaitTidy(Path home, Projects projects) {
        Awaitility.await("work files and drafts are cleared, events are out")
                .atMost(Duration.ofSeconds(100))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> leftovers(home).isEmpty() && isAllPublished(home, projects));
    }

    private static boolean isAllPublished(Path home, Projects projects) throws IOException {
        Map<String, Set<String>> published = published(home);
        return projects.all().stream()
                .map(ProjectSummary::id)
                .allMatch(id -> published.getOrDefault(id, Set.of()).containsAll(eventIds(projects, id)));
    }

    private static List<String> eventIds(Projects projects, String id) {
        return projects.events(id).stream().map(OutboxEvent::eventId).toList();
    }

    static void check(Path home, Projects projects, List<String> topics) throws IOException {
        List<ProjectSummary> all = projects.all();
        assertThat(all).allMatch(project -> project.status() == ProjectStatus.COMPLETED);
        assertThat(all)
                .extracting(ProjectSummary::topic)
                .as("each topic is one project")
                .containsExactlyInAnyOrderElementsOf(topics);
        assertThat(names(home.resolve("output")))
                .as("one package for each project, and nothing else")
                .containsExactlyInAnyOrderElementsOf(all.stream()
                        .map(project ->
                                Path.of(project.outputPath()).getFileName().toString())
                        .toList());
        Map<String, Set<String>> published = published(home);
        for (ProjectSummary project : all) {
            assertThat(project.outputPath()).endsWith("-" + project.id());
            assertThat(names(Path.of(project.outputPath()))).containsExactlyInAnyOrderElementsOf(FILES);
            List<OutboxEvent> events = projects.events(project.id());
            assertThat(published.get(project.id()))
                    .as("each event at least once, in the order they happened")
                    .containsExactlyElementsOf(eventIds(projects, project.id()));
            checkOrder(events.stream().map(OutboxEvent::name).toList());
        }
        assertThat(leftovers(home)).isEmpty();
        assertThat(Service.ffmpegs(home)).isEmpty();
    }

    private static void checkOrder(List<String> events) {
        for (String once : List.of("project.created", "script.generated", "rendering.completed", "project.completed")) {
            assertThat(events).containsOnlyOnce(once);
        }
        assertThat(new ArrayList<>(new LinkedHashSet<>(events)))
                .startsWith("project.created", "script.generated")
                .endsWith("rendering.started", "video.composed", "rendering.completed", "project.completed")
                .contains("media.sourced", "audio.processed")
                .hasSize(8);
    }

    /** Event ids by project, in the order of their first appearance outside. */
    private static Map<String, Set<String>> published(Path home) throws IOException {
        Map<String, Set<String>> published = new LinkedHashMap<>();
        for (String line : Record.events(Service.record(home))) {
            String[] words = line.split(" ");
            published.computeIfAbsent(words[1], id -> new LinkedHashSet<>()).add(words[0]);
        }
        return published;
    }

    /** Files that are to be dealt with, and whatever has a temporary name; what is being unpacked into the cache may stay an hour. */
    static List<Path> leftovers(Path home) throws IOException {
        List<Path> left = new ArrayList<>();
        try (Stream<Path> files = Files.walk(home)) {
            files.filter(file -> !file.startsWith(home.resolve("data/cache")))
                    .filter(file -> isTemporary(file) || isUndone(home, file))
                    .forEach(left::add);
        }
        return left;
    }

    /** Work files, and topic files that were taken in and not put away. */
    private static boolean isUndone(Path home, Path file) {
        return file.getParent().equals(home.resolve("data/work"))
                || file.getParent().equals(home.resolve("inbox")) && Files.isRegularFile(file);
    }

    /** Files and folders with a temporary name. */
    static List<Path> halves(Path home) throws IOException {
        return leftovers(home).stream().filter(Outcome::isTemporary).toList();
    }

    private static boolean isTemporary(Path file) {
        String name = file.getFileName().toString();
        return name.contains(".part") || name.endsWith(".tmp") || name.endsWith(".old");
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}

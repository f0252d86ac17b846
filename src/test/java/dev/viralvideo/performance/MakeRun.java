package dev.viralvideo.performance;

import com.fasterxml.jackson.databind.JsonNode;
import dev.viralvideo.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/**
 * What one {@code ./vvg make} took, from the start of the launcher to its end. The moments within it come from the
 * events and stages in its database.
 *
 * @param seconds    of the finished video
 * @param toFirst    wall seconds until the first stage started
 * @param renderWall from the event rendering.started to video.composed
 * @param renderCpu  of the whole process tree in that time
 * @param stagesCpu  from the start of the first stage to the end of the process
 * @param stages     wall seconds of each stage
 */
record MakeRun(
        Path video,
        double seconds,
        double wall,
        double toFirst,
        double renderWall,
        double cpu,
        double renderCpu,
        double stagesCpu,
        double peakGigabytes,
        Map<String, Double> stages) {

    double besidesRenderWall() {
        return wall - renderWall;
    }

    /** Runs the launcher of this checkout; the home folder keeps its database and FFmpeg from run to run. */
    static MakeRun of(BenchTopic topic, Path home, String... settings) throws IOException, InterruptedException {
        Path log = Files.createDirectories(home).resolve("make.log");
        Path output = home.resolve("output");
        List<String> command = new ArrayList<>(List.of(
                Path.of("vvg").toAbsolutePath().toString(),
                "make",
                topic.file().toString(),
                "--media",
                topic.media().toString(),
                "--home",
                home.toString(),
                // no time is spent on providers that the network does not reach
                "--set",
                "vvg.online=false",
                "--quiet"));
        for (String setting : settings) {
            command.addAll(List.of("--set", setting));
        }
        double cpuBefore = ProcessTree.cpuOfEndedChildren();
        long start = System.currentTimeMillis();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try (ProcessTree tree = new ProcessTree(process.toHandle())) {
            int exit = process.waitFor();
            long end = System.currentTimeMillis();
            tree.close();
            if (exit != 0) {
                throw new IllegalStateException("vvg make failed: " + Files.readString(log));
            }
            double cpu = ProcessTree.cpuOfEndedChildren() - cpuBefore;
            List<String> lines = Files.readAllLines(log);
            Path folder = output.resolve(
                    Path.of(lines.get(lines.size() - 1)).getFileName().toString());
            return read(home, folder, tree, new Times(start, end, cpu));
        }
    }

    private record Times(long start, long end, double cpu) {}

    private static MakeRun read(Path home, Path folder, ProcessTree tree, Times times) throws IOException {
        JsonNode report = Json.MAPPER.readTree(folder.resolve("report.json").toFile());
        Map<String, Long> at = moments(home, report.get("projectId").asText());
        Map<String, Double> stages = new HashMap<>();
        report.get("stageSeconds")
                .fields()
                .forEachRemaining(
                        stage -> stages.put(stage.getKey(), stage.getValue().asDouble()));
        long rendering = at.get("rendering.started");
        long composed = at.get("video.composed");
        long first = at.get("first stage");
        return new MakeRun(
                folder.resolve("video.mp4"),
                report.get("measurements").get("seconds").asDouble(),
                (times.end() - times.start()) / 1000.0,
                (first - times.start()) / 1000.0,
                (composed - rendering) / 1000.0,
                times.cpu(),
                tree.cpuBetween(rendering, composed),
                times.cpu() - tree.cpuBetween(times.start(), first),
                tree.peakGigabytes(),
                stages);
    }

    /** Epoch milliseconds. */
    private static Map<String, Long> moments(Path home, String project) {
        String url = "jdbc:sqlite:" + home.resolve("data").resolve("vvg.db");
        return Jdbi.create(url).withHandle(h -> {
            Map<String, Long> at = new HashMap<>();
            h.createQuery("select name, created_at from outbox where project_id = :id")
                    .bind("id", project)
                    .map((rs, c) -> at.put(rs.getString(1), rs.getLong(2)))
                    .list();
            at.put(
                    "first stage",
                    h.createQuery("select min(started_at) from stage_state where project_id = :id")
                            .bind("id", project)
                            .mapTo(Long.class)
                            .one());
            return at;
        });
    }
}

package dev.viralvideo.config;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who works on which stages, and how often one is tried.
 *
 * @param here          the stages that this node works on, in the order of the pipeline, by their lower-case names
 * @param workers       how many projects may be in each stage at once
 * @param lease         how long a claim on a stage outlives its last heartbeat
 * @param retryAttempts tries at a stage
 * @param retryDelay    before the second try
 */
public record StageSettings(
        List<String> here, Map<String, Integer> workers, Duration lease, int retryAttempts, Duration retryDelay) {
    /** In the order of the pipeline. */
    public static final List<String> ALL = List.of("script", "media", "audio", "video");

    static StageSettings of(CheckedProperties properties) {
        Map<String, Integer> workers = new HashMap<>();
        ALL.forEach(stage -> workers.put(stage, workers(properties, stage)));
        return new StageSettings(
                here(properties),
                Map.copyOf(workers),
                Duration.ofSeconds(properties.whole("vvg.lease", 3, 600)),
                properties.whole("vvg.retry.attempts", 1, 10),
                Duration.ofMillis(properties.whole("vvg.retry.delay", 1, 600_000)));
    }

    private static List<String> here(CheckedProperties properties) {
        List<String> chosen = properties.list("vvg.stages");
        if (chosen.isEmpty() || !ALL.containsAll(chosen)) {
            throw properties.wrong("vvg.stages", "must be one or more of " + String.join(", ", ALL));
        }
        return ALL.stream().filter(chosen::contains).toList();
    }

    /** Rendering uses all cores for one project already. */
    private static int workers(CheckedProperties properties, String stage) {
        String key = "vvg." + stage + ".workers";
        if (!properties.blank(key)) {
            return properties.whole(key, 1, 64);
        }
        int cores = Runtime.getRuntime().availableProcessors();
        return switch (stage) {
            case "video" -> Math.max(1, cores / 8);
            case "audio" -> Math.max(1, cores / 4);
            default -> Math.max(2, cores / 2);
        };
    }
}

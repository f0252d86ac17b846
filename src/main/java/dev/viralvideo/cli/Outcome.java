package dev.viralvideo.cli;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.viralvideo.failure.Failure;
import dev.viralvideo.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What became of one topic.
 *
 * @param status       {@code COMPLETED}, {@code FAILED}, {@code CANCELLED} or {@code REFUSED} (never entered the pipeline)
 * @param path         of the package, null unless completed
 * @param degradations every fallback that was taken
 */
record Outcome(
        String id, String topic, String status, String path, Error error, List<String> degradations, Double seconds) {
    record Error(Failure.Category category, String code, String message) {
        static Error of(Failure failure) {
            return new Error(failure.category(), failure.code(), failure.getMessage());
        }
    }

    static Outcome refused(String topic, Failure failure) {
        return new Outcome(null, topic, "REFUSED", null, Error.of(failure), List.of(), null);
    }

    /** The project itself could not be told so, for the database cannot be written. */
    static Outcome failed(String id, String topic, Failure failure, double seconds) {
        return new Outcome(id, topic, "FAILED", null, Error.of(failure), List.of(), seconds);
    }

    @JsonIgnore
    int exitCode() {
        return error == null ? ExitCode.DONE : ExitCode.of(error.category());
    }

    /** One topic: its outcome. Several: an object that holds them. */
    static String json(List<Outcome> outcomes) {
        if (outcomes.size() == 1) {
            return Json.write(outcomes.get(0));
        }
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("status", together(outcomes));
        all.put("projects", outcomes);
        return Json.write(all);
    }

    private static String together(List<Outcome> outcomes) {
        if (outcomes.stream().anyMatch(outcome -> outcome.error() != null)) {
            return "FAILED";
        }
        boolean complete = !outcomes.isEmpty() && outcomes.stream().allMatch(outcome -> outcome.path() != null);
        return complete ? "COMPLETED" : "CANCELLED";
    }
}

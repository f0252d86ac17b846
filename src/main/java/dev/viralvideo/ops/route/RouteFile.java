package dev.viralvideo.ops.route;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.viralvideo.failure.Failure;
import dev.viralvideo.failure.IoReason;
import dev.viralvideo.json.BrokenSyntax;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of routes as it was read at one moment.
 *
 * @param ids of its routes, in its order
 */
record RouteFile(Path path, String text, List<String> ids) {
    private static final YAMLMapper YAML = new YAMLMapper();

    /** @throws Failure.Configuration BAD_ROUTE_FILE, with what is wrong and where */
    static RouteFile read(Path path) {
        try {
            String text = Files.readString(path);
            return new RouteFile(path, text, ids(path, YAML.readTree(text)));
        } catch (JsonProcessingException e) {
            throw bad(
                    path,
                    "line " + (e.getLocation() == null ? "?" : e.getLocation().getLineNr()) + ": "
                            + BrokenSyntax.reason(e),
                    e);
        } catch (IOException e) {
            throw bad(path, "cannot be read: " + IoReason.of(e), e);
        }
    }

    static Failure.Configuration bad(Path path, String reason, Exception cause) {
        return new Failure.Configuration(
                "BAD_ROUTE_FILE",
                path.getFileName() + " is not loaded, what was there before goes on: " + reason,
                cause);
    }

    private static List<String> ids(Path path, JsonNode file) {
        List<String> ids = new ArrayList<>();
        for (JsonNode entry : file) {
            String id = entry.has("templatedRoute")
                    ? entry.at("/templatedRoute/routeId").asText()
                    : entry.at("/route/id").asText();
            if (!entry.has("templatedRoute") && !entry.has("route")) {
                throw bad(
                        path,
                        "something else than 'route' and 'templatedRoute', which is only read at the start",
                        null);
            }
            if (id.isBlank()) {
                throw bad(path, "a route without an id", null);
            }
            ids.add(id);
        }
        if (ids.isEmpty()) {
            throw bad(path, "there is no route in it", null);
        }
        return List.copyOf(ids);
    }
}

package dev.viralvideo.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.viralvideo.failure.Failure;
import dev.viralvideo.failure.IoReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Reads a plugin file (template, caption style, transition, mood) into its record. Whatever is wrong with it is told
 * with file, line and field; a record's own constructor checks ranges by throwing {@link IllegalArgumentException}.
 */
public final class YamlFile {
    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private YamlFile() {}

    /** @throws Failure.Configuration when the file cannot be read, parsed or does not fit the record */
    public static <T> T read(Path file, Class<T> type) {
        try {
            T value = MAPPER.readValue(Files.readString(file), type);
            if (value == null) {
                throw new Failure.Configuration("BAD_FILE", file + ": the file is empty");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw new Failure.Configuration("BAD_FILE", describe(file, e), e);
        } catch (IOException e) {
            throw new Failure.Configuration("BAD_FILE", file + ": cannot be read: " + IoReason.of(e), e);
        }
    }

    private static String describe(Path file, JsonProcessingException e) {
        List<String> path = path(e);
        String reason = reason(e);
        String field = path.isEmpty() ? "" : "field '" + String.join(".", path).replace(".[", "[") + "': ";
        return file
                + YamlLines.of(file).line(path, reason).map(line -> ":" + line).orElseGet(() -> told(e)) + ": " + field
                + reason;
    }

    /** Where Jackson's reader stood: right for broken syntax, too late for a field of a record. */
    private static String told(JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        return at == null || at.getLineNr() < 1 ? "" : ":" + at.getLineNr() + ":" + at.getColumnNr();
    }

    private static List<String> path(JsonProcessingException e) {
        if (!(e instanceof JsonMappingException mapping)) {
            return List.of();
        }
        return mapping.getPath().stream()
                .map(step -> step.getFieldName() != null ? step.getFieldName() : "[" + step.getIndex() + "]")
                .toList();
    }

    private static String reason(JsonProcessingException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            return "is not known here; known are "
                    + unknown.getKnownPropertyIds().stream()
                            .map(String::valueOf)
                            .sorted()
                            .collect(Collectors.joining(", "));
        }
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        if (root instanceof JsonProcessingException json) {
            return BrokenSyntax.reason(json);
        }
        return String.valueOf(root.getMessage());
    }
}

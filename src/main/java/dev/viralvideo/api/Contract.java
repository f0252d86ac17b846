package dev.viralvideo.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.viralvideo.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The OpenAPI file of the REST API: what it has operations for, and what goes in and out. */
public final class Contract {
    private static final String FILE = "/openapi/v1.yaml";
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    private final JsonNode document;
    private final List<Operation> operations;

    private Contract(JsonNode document) {
        this.document = document;
        List<Operation> found = new ArrayList<>();
        document.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(entry -> METHODS.contains(entry.getKey()))
                .forEach(entry -> found.add(operation(path.getKey(), entry.getKey()))));
        found.sort(Comparator.comparingLong(operation -> operation.path().parameters()));
        this.operations = List.copyOf(found);
    }

    public static Contract read() {
        try (InputStream in = Contract.class.getResourceAsStream(FILE)) {
            return new Contract(new YAMLMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those with plain paths first. */
    List<Operation> operations() {
        return operations;
    }

    /** The whole file. */
    JsonNode document() {
        return document;
    }

    String json() {
        return Json.write(document);
    }

    /** The path below which all operations are, such as {@code /api/v1}. */
    String base() {
        return document.at("/servers/0/url").asText();
    }

    /** What a pointer leads to, through references. */
    JsonNode at(String pointer) {
        return resolve(document.at(pointer));
    }

    /** The node itself, or what it refers to. */
    JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? at(node.path("$ref").asText().substring(1)) : node;
    }

    private Operation operation(String path, String method) {
        String pointer = "/paths/" + escaped(path) + "/" + method;
        JsonNode node = document.at(pointer);
        List<Parameter> parameters = new ArrayList<>(parameters("/paths/" + escaped(path) + "/parameters"));
        parameters.addAll(parameters(pointer + "/parameters"));
        String body = pointer + "/requestBody/content/application~1json/schema";
        return new Operation(
                node.path("operationId").asText(),
                method.toUpperCase(Locale.ROOT),
                PathPattern.of(path),
                Scope.valueOf(node.path("x-scope").asText().toUpperCase(Locale.ROOT)),
                List.copyOf(parameters),
                document.at(body).isMissingNode() ? Optional.empty() : Optional.of(body));
    }

    private List<Parameter> parameters(String list) {
        List<Parameter> parameters = new ArrayList<>();
        for (int i = 0; i < document.at(list).size(); i++) {
            String pointer = resolved(list + "/" + i);
            JsonNode node = document.at(pointer);
            parameters.add(new Parameter(
                    node.path("name").asText(),
                    node.path("in").asText(),
                    node.path("required").asBoolean(),
                    at(pointer + "/schema").path("type").asText("string"),
                    pointer + "/schema"));
        }
        return parameters;
    }

    private String resolved(String pointer) {
        JsonNode node = document.at(pointer);
        return node.has("$ref") ? node.path("$ref").asText().substring(1) : pointer;
    }

    static String escaped(String segment) {
        return segment.replace("~", "~0").replace("/", "~1");
    }
}

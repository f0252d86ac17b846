package dev.viralvideo.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.viralvideo.failure.Failure;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes a {@link Call} of what came in, or says everything that is wrong with it. Only parameters of the contract are
 * ever read, so that no header of a stranger gets any further.
 */
final class Incoming {
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(50).build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final Schemas schemas;
    private final int mostBytes;

    Incoming(Schemas schemas, int mostBytes) {
        this.schemas = schemas;
        this.mostBytes = mostBytes;
    }

    /** @throws Invalid with all that is wrong */
    Call read(HttpServletRequest request, Operation operation, Map<String, String> path, Caller caller)
            throws IOException {
        List<Wrong> wrong = new ArrayList<>();
        Map<String, String> values = new HashMap<>(path);
        query(request.getQueryString(), operation, values, wrong);
        for (Parameter parameter : operation.parameters()) {
            if (parameter.in().equals("header") && request.getHeader(parameter.name()) != null) {
                values.put(parameter.name(), request.getHeader(parameter.name()));
            }
            check(parameter, values.get(parameter.name()), wrong);
        }
        JsonNode body = operation.body().isPresent() ? body(request) : null;
        if (body != null) {
            wrong.addAll(schemas.check(operation.body().get(), body));
        }
        if (!wrong.isEmpty()) {
            throw new Invalid(wrong);
        }
        return new Call(operation, Map.copyOf(values), body, caller);
    }

    private static void query(String text, Operation operation, Map<String, String> values, List<Wrong> wrong) {
        for (String pair : text == null || text.isEmpty() ? new String[0] : text.split("&")) {
            String[] parts = pair.split("=", 2);
            String name = decoded(parts[0]);
            if (operation.parameter("query", name).isEmpty()) {
                wrong.add(new Wrong(
                        Shown.of(name), "UNKNOWN_PARAMETER", "parameter '" + Shown.of(name) + "' is not known"));
            } else if (values.putIfAbsent(name, parts.length == 1 ? "" : decoded(parts[1])) != null) {
                wrong.add(new Wrong(name, "BAD_PARAMETER", name + " is given twice; keep one of them"));
            }
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Failure.Validation("BAD_PARAMETER", "the query is not well-formed: a % needs two digits", e);
        }
    }

    private void check(Parameter parameter, String value, List<Wrong> wrong) {
        if (value == null) {
            if (parameter.required()) {
                wrong.add(new Wrong(parameter.name(), "BAD_PARAMETER", parameter.name() + " is missing"));
            }
            return;
        }
        schemas.check(parameter.schema(), node(parameter, value))
                .forEach(problem -> wrong.add(
                        new Wrong(parameter.name(), "BAD_PARAMETER", parameter.name() + " " + problem.detail())));
    }

    private static JsonNode node(Parameter parameter, String value) {
        if (parameter.type().equals("integer") && value.matches("-?\\d{1,18}")) {
            return JsonNodeFactory.instance.numberNode(Long.parseLong(value));
        }
        return JsonNodeFactory.instance.textNode(value);
    }

    private JsonNode body(HttpServletRequest request) throws IOException {
        String type = String.valueOf(request.getContentType());
        if (!type.split(";", 2)[0].strip().equalsIgnoreCase("application/json")) {
            throw new Failure.Validation("NOT_JSON", "the body must be sent with Content-Type: application/json");
        }
        byte[] bytes = request.getContentLengthLong() > mostBytes
                ? new byte[mostBytes + 1]
                : request.getInputStream().readNBytes(mostBytes + 1);
        if (bytes.length > mostBytes) {
            throw new Failure.Validation(
                    "BODY_TOO_LARGE", "the body has more than the " + mostBytes + " bytes allowed; send it in parts");
        }
        try {
            JsonNode node = MAPPER.readTree(new String(bytes, StandardCharsets.UTF_8));
            if (node.isMissingNode()) {
                throw new Failure.Validation("BAD_JSON", "the body is empty; send a JSON object");
            }
            return node;
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null
                    ? ""
                    : " (line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr() + ")";
            throw new Failure.Validation(
                    "BAD_JSON", "the body is no JSON: " + Shown.of(e.getOriginalMessage()) + where, e);
        }
    }
}

package dev.viralvideo.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.viralvideo.json.Json;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The contract as a page to read: plain HTML, nothing loaded from anywhere. */
final class DocsPage {
    private static final Pattern CODE = Pattern.compile("\\b[A-Z]+(?:_[A-Z]+)+\\b");
    private static final String STYLE =
            """
            body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1b1f24}
            h2{margin-top:3rem;border-bottom:1px solid #d0d7de}h3 code{font-size:1rem}
            code,pre{font-family:ui-monospace,monospace;background:#f3f4f6;border-radius:4px;padding:.1em .3em}
            pre{padding:.8rem;overflow:auto}table{border-collapse:collapse;width:100%}
            td,th{text-align:left;vertical-align:top;padding:.3rem .6rem;border-bottom:1px solid #e5e7eb}
            .m{display:inline-block;min-width:4rem;font-weight:700}.s{color:#57606a}
            """;

    private final Contract contract;
    private final StringBuilder page = new StringBuilder();

    DocsPage(Contract contract) {
        this.contract = contract;
    }

    String html() {
        JsonNode info = contract.document().path("info");
        page.append("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\">")
                .append("<meta name=\"viewport\" content=\"width=device-width\"><title>")
                .append(text(info.path("title").asText()))
                .append(" API</title><style>")
                .append(STYLE)
                .append("</style><h1>")
                .append(text(info.path("title").asText()))
                .append(" API ")
                .append(text(info.path("version").asText()))
                .append("</h1><p>")
                .append(prose(info.path("description").asText()))
                .append("</p><p>All paths begin with <code>")
                .append(contract.base())
                .append("</code>. For programs: <a href=\"/openapi.json\">/openapi.json</a>.</p>");
        contract.document().path("tags").forEach(this::tag);
        errors();
        schemas();
        return page.append("</html>").toString();
    }

    private void tag(JsonNode tag) {
        String name = tag.path("name").asText();
        page.append("<h2>")
                .append(text(name))
                .append("</h2><p>")
                .append(prose(tag.path("description").asText()));
        contract.document().path("paths").properties().forEach(path -> contract.operations().stream()
                .filter(operation -> operation.path().template().equals(path.getKey()))
                .forEach(operation -> {
                    JsonNode node = path.getValue().path(operation.method().toLowerCase(Locale.ROOT));
                    if (node.at("/tags/0").asText().equals(name)) {
                        operation(operation, node);
                    }
                }));
    }

    private void operation(Operation operation, JsonNode node) {
        page.append("<h3 id=\"")
                .append(operation.id())
                .append("\"><code><span class=\"m\">")
                .append(operation.method())
                .append("</span>")
                .append(text(operation.path().template()))
                .append("</code> ")
                .append(text(node.path("summary").asText()))
                .append("</h3><p>")
                .append(prose(node.path("description").asText()))
                .append(" <span class=\"s\">Scope: ")
                .append(node.path("x-scope").asText())
                .append("</span></p>");
        if (!operation.parameters().isEmpty()) {
            page.append("<table><tr><th>parameter<th>in<th>what it may be");
            operation.parameters().forEach(this::parameter);
            page.append("</table>");
        }
        operation.body().ifPresent(body -> body(node, body));
        page.append("<table><tr><th>answer<th>when");
        node.path("responses")
                .properties()
                .forEach(response -> row(
                        response.getKey(),
                        contract.resolve(response.getValue())
                                .path("description")
                                .asText()));
        page.append("</table>");
    }

    private void parameter(Parameter parameter) {
        String about = contract.at(parameter.schema().replaceFirst("/schema$", ""))
                .path("description")
                .asText();
        page.append("<tr><td><code>")
                .append(parameter.name())
                .append("</code>")
                .append(parameter.required() ? " (required)" : "")
                .append("<td>")
                .append(parameter.in())
                .append("<td>")
                .append(prose(about))
                .append(" ")
                .append(text(shape(contract.at(parameter.schema()))));
    }

    private void body(JsonNode node, String pointer) {
        page.append("<table><tr><th>field<th>what it may be");
        fields(contract.at(pointer));
        page.append("</table>");
        JsonNode example = node.at("/requestBody/content/application~1json/example");
        if (!example.isMissingNode()) {
            page.append("<pre>").append(text(Json.pretty(example).strip())).append("</pre>");
        }
    }

    private void fields(JsonNode schema) {
        Set<String> required = new TreeSet<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        schema.path("properties").properties().forEach(field -> {
            JsonNode type = contract.resolve(field.getValue());
            row(
                    field.getKey() + (required.contains(field.getKey()) ? " (required)" : ""),
                    (field.getValue().path("description").asText() + " " + shape(type)).strip());
        });
    }

    /** Type, values and limits in a few words. */
    private String shape(JsonNode schema) {
        if (schema.has("enum")) {
            return "one of " + String.join(", ", texts(schema.path("enum")));
        }
        if (schema.path("type").asText().equals("array")) {
            return "(list of " + shape(contract.resolve(schema.path("items"))) + ")";
        }
        String limits = "";
        for (String limit : List.of("minimum", "maximum", "minLength", "maxLength", "pattern", "default")) {
            limits +=
                    schema.has(limit) ? ", " + limit + " " + schema.path(limit).asText() : "";
        }
        return "(" + schema.path("type").asText("any") + limits + ")";
    }

    private static List<String> texts(JsonNode values) {
        return values.valueStream().map(JsonNode::asText).toList();
    }

    private void errors() {
        page.append("<h2>errors</h2><p>Every error is <code>application/problem+json</code>; <code>code</code> says"
                + " which, and never changes.</p><table><tr><th>code<th>with");
        contract.document().at("/components/responses").properties().forEach(response -> {
            Matcher codes = CODE.matcher(response.getValue().path("description").asText());
            while (codes.find()) {
                page.append("<tr id=\"")
                        .append(codes.group())
                        .append("\"><td><code>")
                        .append(codes.group());
                page.append("</code><td>").append(text(response.getKey()));
            }
        });
        page.append("</table>");
    }

    private void schemas() {
        page.append("<h2>objects</h2>");
        contract.document().at("/components/schemas").properties().stream()
                .filter(schema -> schema.getValue().has("properties"))
                .forEach(schema -> {
                    page.append("<h3>").append(text(schema.getKey())).append("</h3><p>");
                    page.append(prose(schema.getValue().path("description").asText()))
                            .append("</p><table>");
                    fields(schema.getValue());
                    page.append("</table>");
                });
    }

    private void row(String name, String about) {
        page.append("<tr><td><code>").append(text(name)).append("</code><td>").append(prose(about));
    }

    private static String prose(String text) {
        return text(text).replaceAll("`([^`]+)`", "<code>$1</code>");
    }

    private static String text(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}

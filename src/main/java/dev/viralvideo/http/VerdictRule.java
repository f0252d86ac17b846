package dev.viralvideo.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.viralvideo.failure.Failure;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of a provider's file about a status that misleads:
 *
 * <pre>
 * 400 body ~ Invalid or missing API key => AUTH
 * 403,429 header content-type ~ text/html => BLOCKED
 * 200 json /headers/code ~ ^5$ => AUTH
 * 5xx => TRANSIENT
 * 200 body ~ ^\s*\{\}\s*$ => OK
 * </pre>
 *
 * Statuses are numbers, {@code 4xx} or {@code *}; the expression is searched for in the first 64 Ki characters of the
 * body, in the header, or in the value at the JSON pointer (absent: no match).
 *
 * @param kind null means that all is well
 */
record VerdictRule(Pattern statuses, Where where, String name, Pattern expression, ErrorKind kind) {
    private static final Pattern LINE = Pattern.compile("(?<statuses>[0-9x*]+(?:,[0-9x]+)*)"
            + "(?:\\s+(?:(?<body>body)|header\\s+(?<header>[\\w-]+)|json\\s+(?<pointer>/\\S*))\\s+~\\s+(?<expression>.+?))?"
            + "\\s+=>\\s+(?<kind>[A-Z_]+)");

    /** Where the expression is looked for. */
    enum Where {
        NOWHERE,
        BODY,
        HEADER,
        JSON
    }

    static VerdictRule parse(String line) {
        Matcher parts = LINE.matcher(line.strip());
        try {
            if (!parts.matches()) {
                throw new IllegalArgumentException("expected STATUS [body|header NAME|json /POINTER ~ REGEX] => KIND");
            }
            return of(parts);
        } catch (IllegalArgumentException e) {
            throw new Failure.Configuration(
                    "BAD_VERDICT", "the verdict '" + line.strip() + "' cannot be read: " + e.getMessage(), e);
        }
    }

    private static VerdictRule of(Matcher parts) {
        String header = parts.group("header");
        String pointer = parts.group("pointer");
        Where where = parts.group("body") != null
                ? Where.BODY
                : header != null ? Where.HEADER : pointer != null ? Where.JSON : Where.NOWHERE;
        String name = header != null ? header.toLowerCase(Locale.ROOT) : pointer;
        String expression = parts.group("expression");
        String kind = parts.group("kind");
        return new VerdictRule(
                statusPattern(parts.group("statuses")),
                where,
                name,
                expression == null ? null : Pattern.compile(expression),
                kind.equals("OK") ? null : ErrorKind.valueOf(kind));
    }

    private static Pattern statusPattern(String statuses) {
        String[] each = Arrays.stream(statuses.split(","))
                .map(status -> status.equals("*") ? "\\d+" : status.replace("x", "\\d"))
                .toArray(String[]::new);
        return Pattern.compile(String.join("|", each));
    }

    /** @param json the body as JSON, looked at only when a rule needs it; missing when it is none */
    boolean matches(Reply reply, Supplier<JsonNode> json) {
        return statuses.matcher(Integer.toString(reply.status())).matches()
                && (where == Where.NOWHERE
                        || subject(reply, json)
                                .filter(text -> expression.matcher(text).find())
                                .isPresent());
    }

    private Optional<String> subject(Reply reply, Supplier<JsonNode> json) {
        return switch (where) {
            case BODY -> Optional.of(reply.start(1 << 16));
            case HEADER -> reply.header(name);
            default ->
                Optional.of(json.get().at(name))
                        .filter(node -> !node.isMissingNode() && !node.isNull())
                        .map(node -> node.isValueNode() ? node.asText() : node.toString());
        };
    }
}

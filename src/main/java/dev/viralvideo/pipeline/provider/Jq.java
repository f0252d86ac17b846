package dev.viralvideo.pipeline.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.viralvideo.failure.Failure;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Expression;
import org.apache.camel.support.DefaultExchange;

/** The jq mappings of provider files; each is compiled once. */
public final class Jq {
    private final CamelContext camel;
    private final Map<String, Expression> compiled = new ConcurrentHashMap<>();

    public Jq(CamelContext camel) {
        this.camel = camel;
    }

    /**
     * What the mapping makes of the input: its one output, null for none, an array for several.
     *
     * @param where names the mapping in messages, such as {@code media-pexels: answer}
     * @throws Failure.Configuration {@code BAD_MAPPING}
     */
    public JsonNode apply(String where, String mapping, JsonNode input) {
        Exchange exchange = new DefaultExchange(camel);
        exchange.getMessage().setBody(input);
        try {
            Object output = compiled.computeIfAbsent(mapping, this::compile).evaluate(exchange, Object.class);
            return output instanceof List<?> several
                    ? array(several)
                    : output == null ? NullNode.instance : (JsonNode) output;
        } catch (RuntimeException e) {
            throw bad(where, "that fits", e);
        }
    }

    /** @throws Failure.Configuration {@code BAD_MAPPING} when it is no jq at all */
    public void check(String where, String mapping) {
        try {
            compile(mapping);
        } catch (RuntimeException e) {
            throw bad(where, "", e);
        }
    }

    private static Failure.Configuration bad(String where, String how, RuntimeException e) {
        return new Failure.Configuration(
                "BAD_MAPPING", (where + " is not a jq mapping " + how).strip() + ": " + rootMessage(e), e);
    }

    private Expression compile(String mapping) {
        Expression expression = camel.resolveLanguage("jq").createExpression(mapping);
        expression.init(camel);
        return expression;
    }

    private static ArrayNode array(List<?> several) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        several.forEach(one -> array.add((JsonNode) one));
        return array;
    }

    private static String rootMessage(Throwable problem) {
        Throwable root = problem;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }
}

package dev.viralvideo.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Checks JSON against the schemas of the contract, which are JSON Schema 2020-12 as in every OpenAPI 3.1 file. */
final class Schemas {
    private static final String COMPONENTS = "components";

    private final Contract contract;
    private final JsonSchemaFactory factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private final SchemaValidatorsConfig config =
            SchemaValidatorsConfig.builder().locale(Locale.ROOT).build();
    private final Map<String, JsonSchema> read = new ConcurrentHashMap<>();

    Schemas(Contract contract) {
        this.contract = contract;
    }

    /**
     * @param pointer to the schema in the contract
     * @return everything that is wrong
     */
    List<Wrong> check(String pointer, JsonNode value) {
        return schema(pointer).validate(value).stream().map(Schemas::wrong).toList();
    }

    /** With the components beside it, so that its references lead there. */
    private JsonSchema schema(String pointer) {
        return read.computeIfAbsent(pointer, p -> {
            ObjectNode schema = contract.document().at(p).deepCopy();
            schema.set(COMPONENTS, contract.document().path(COMPONENTS));
            return factory.getSchema(schema, config);
        });
    }

    private static Wrong wrong(ValidationMessage message) {
        String at = message.getInstanceLocation().toString();
        String text = message.getMessage();
        boolean unknown = message.getType().equals("additionalProperties");
        String where = at.isEmpty() ? "" : at + ": ";
        String detail = unknown
                ? where + "field '" + Shown.of(message.getProperty()) + "' is not known"
                : where + Shown.of(text.startsWith(at + ": ") ? text.substring(at.length() + 2) : text);
        return new Wrong(at, unknown ? "UNKNOWN_FIELD" : "BAD_FIELD", detail);
    }
}

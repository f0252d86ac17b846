package dev.viralvideo.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/**
 * A request that keeps the contract.
 *
 * @param parameters of path, query and header, by name
 * @param body       null when the operation has none
 */
record Call(Operation operation, Map<String, String> parameters, JsonNode body, Caller caller) {
    String parameter(String name) {
        return parameters.get(name);
    }

    Optional<String> optional(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    int number(String name, int otherwise) {
        return optional(name).map(Integer::parseInt).orElse(otherwise);
    }
}

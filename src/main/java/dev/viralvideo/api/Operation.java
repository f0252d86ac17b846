package dev.viralvideo.api;

import java.util.List;
import java.util.Optional;

/**
 * One operation of the contract.
 *
 * @param id   its {@code operationId}
 * @param body pointer to the schema of its JSON body, if it has one
 */
record Operation(
        String id, String method, PathPattern path, Scope scope, List<Parameter> parameters, Optional<String> body) {
    Optional<Parameter> parameter(String in, String name) {
        return parameters.stream()
                .filter(parameter ->
                        parameter.in().equals(in) && parameter.name().equals(name))
                .findFirst();
    }
}

package dev.viralvideo.api;

import dev.viralvideo.json.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What an operation answers; it writes itself. */
@FunctionalInterface
interface Answer {
    void send(HttpServletRequest request, HttpServletResponse response) throws IOException;

    static Answer ok(Object body) {
        return json(200, Map.of(), body);
    }

    /** @param location where to go on asking */
    static Answer accepted(String location, Map<String, String> headers, Object body) {
        return (request, response) -> {
            response.setHeader("Location", location);
            json(202, headers, body).send(request, response);
        };
    }

    static Answer empty() {
        return (request, response) -> response.setStatus(204);
    }

    static Answer json(int status, Map<String, String> headers, Object body) {
        return (request, response) -> {
            headers.forEach(response::setHeader);
            write(response, status, "application/json", body);
        };
    }

    static Answer problem(Problem problem) {
        return (request, response) -> {
            if (problem.status() == 429 || problem.status() == 503) {
                response.setIntHeader("Retry-After", Problem.RETRY_AFTER);
            }
            if (problem.status() == 401) {
                response.setHeader("WWW-Authenticate", "Bearer realm=\"vvg\"");
            }
            write(response, problem.status(), "application/problem+json", problem);
        };
    }

    private static void write(HttpServletResponse response, int status, String type, Object body) throws IOException {
        byte[] json = Json.write(body).getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType(type);
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(json.length);
        response.getOutputStream().write(json);
    }
}

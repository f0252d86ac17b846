package dev.viralvideo.ops.hawtio;

import com.fasterxml.jackson.databind.JsonNode;
import dev.viralvideo.Wiring;
import dev.viralvideo.config.Settings;
import dev.viralvideo.json.Json;
import dev.viralvideo.ops.Service;
import dev.viralvideo.ops.user.Role;
import dev.viralvideo.ops.user.Users;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.CookieManager;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import javax.management.JMException;
import javax.management.ObjectName;

/** A real service on a free port of this machine, with an admin and a viewer. */
final class RunningConsole implements AutoCloseable {
    static final String VIEWER_PASSWORD = "only-for-looking-1";

    private final Service service;
    private final Users users;
    private final String adminPassword;

    private RunningConsole(Service service, Users users) {
        this.service = service;
        this.users = users;
        this.adminPassword = service.firstPassword().orElseThrow();
        users.set("eve", Role.VIEWER, VIEWER_PASSWORD);
    }

    static RunningConsole at(Path home) {
        Map<String, String> arguments = Map.of("vvg.web.port", "0", "vvg.online", "false");
        Settings settings = Settings.load(Path.of("").toAbsolutePath(), home, Map.of(), arguments);
        settings.folders().create();
        return new RunningConsole(
                Wiring.serve(settings), new Users(settings.folders().users()));
    }

    String url(String path) {
        return "http://localhost:" + service.port() + path;
    }

    int port() {
        return service.port();
    }

    Users users() {
        return users;
    }

    String adminPassword() {
        return adminPassword;
    }

    Visitor admin() throws IOException, InterruptedException {
        return visitor("admin", adminPassword);
    }

    Visitor viewer() throws IOException, InterruptedException {
        return visitor("eve", VIEWER_PASSWORD);
    }

    private Visitor visitor(String name, String password) throws IOException, InterruptedException {
        Visitor visitor = stranger();
        HttpResponse<String> answer = visitor.login(name, password);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(name + " is not let in: " + answer.statusCode());
        }
        return visitor;
    }

    Visitor stranger() {
        return new Visitor(HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .version(HttpClient.Version.HTTP_1_1)
                .build());
    }

    /** The first line of the answer to a request that no honest client would send. */
    String raw(String... lines) throws IOException {
        try (Socket socket = new Socket("localhost", service.port())) {
            socket.getOutputStream()
                    .write((String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            return answer.lines().findFirst().orElse("");
        }
    }

    /** {@code Started}, {@code Stopped} or {@code Suspended}. */
    static String state(String route) throws JMException {
        return String.valueOf(ManagementFactory.getPlatformMBeanServer().getAttribute(routeBean(route), "State"));
    }

    static ObjectName routeBean(String route) throws JMException {
        return new ObjectName("org.apache.camel:context=vvg,type=routes,name=\"" + route + "\"");
    }

    @Override
    public void close() {
        service.close();
    }

    /** Somebody with a session of their own. */
    final class Visitor {
        private final HttpClient http;

        private Visitor(HttpClient http) {
            this.http = http;
        }

        HttpResponse<String> login(String name, String password) throws IOException, InterruptedException {
            return post(
                    "/hawtio/auth/login",
                    Json.MAPPER
                            .createObjectNode()
                            .put("username", name)
                            .put("password", password)
                            .toString());
        }

        /** The answer of Jolokia, whose {@code status} is 200 when it was done. */
        JsonNode exec(String bean, String operation, Object... arguments) throws IOException, InterruptedException {
            var request = Json.MAPPER.createObjectNode();
            request.put("type", "exec").put("mbean", bean).put("operation", operation);
            request.set("arguments", Json.MAPPER.valueToTree(arguments));
            return Json.MAPPER.readTree(
                    post("/hawtio/jolokia/", request.toString()).body());
        }

        HttpResponse<String> get(String path) throws IOException, InterruptedException {
            return http.send(
                    HttpRequest.newBuilder(URI.create(url(path))).build(), HttpResponse.BodyHandlers.ofString());
        }

        HttpResponse<String> post(String path, String json, String... headers)
                throws IOException, InterruptedException {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url(path)))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(json));
            if (headers.length > 0) {
                request.headers(headers);
            }
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}

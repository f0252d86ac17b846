package dev.viralvideo.ops.hawtio;

import dev.viralvideo.Wiring;
import dev.viralvideo.config.Settings;
import dev.viralvideo.json.Json;
import dev.viralvideo.ops.Console;
import dev.viralvideo.ops.Service;
import dev.viralvideo.ops.user.Role;
import dev.viralvideo.ops.user.Users;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.management.JMException;
import javax.management.MBeanServer;
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
        Map<String, String> arguments = Map.of("vvg.web.port", "0", "vvg.online", "false", "vvg.api.auth", "false");
        Settings settings = Settings.load(Path.of("").toAbsolutePath(), home, Map.of(), arguments);
        settings.folders().create();
        addPicture(settings.folders().media().resolve("honey bee.png"));
        return new RunningConsole(
                Wiring.serve(settings), new Users(settings.folders().users()));
    }

    private static void addPicture(Path file) {
        BufferedImage picture = new BufferedImage(1080, 1920, BufferedImage.TYPE_INT_RGB);
        picture.createGraphics().fillRect(0, 0, 540, 1920);
        try {
            ImageIO.write(
                    picture,
                    "png",
                    Files.createDirectories(file.getParent())
                            .resolve(file.getFileName())
                            .toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    Console admin() throws IOException, InterruptedException {
        return visitor("admin", adminPassword);
    }

    Console viewer() throws IOException, InterruptedException {
        return visitor("eve", VIEWER_PASSWORD);
    }

    private Console visitor(String name, String password) throws IOException, InterruptedException {
        Console visitor = stranger();
        int status = visitor.login(name, password);
        if (status != 200) {
            throw new IllegalStateException(name + " is not let in: " + status);
        }
        return visitor;
    }

    Console stranger() {
        return new Console(url(""));
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

    /** How many exchanges a route has had. */
    static String count(String route) throws JMException {
        return String.valueOf(
                ManagementFactory.getPlatformMBeanServer().getAttribute(routeBean(route), "ExchangesTotal"));
    }

    /** The first by name. */
    static Map<String, String> routeOfEachGroup() throws JMException {
        MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
        Map<String, String> routes = new TreeMap<>();
        for (ObjectName bean : beans.queryNames(routeBean("*"), null)) {
            String group = String.valueOf(beans.getAttribute(bean, "RouteGroup"));
            String route = ObjectName.unquote(bean.getKeyProperty("name"));
            routes.merge(group, route, (one, other) -> one.compareTo(other) < 0 ? one : other);
        }
        return routes;
    }

    /** The id of where a route takes from. */
    static String firstStep(String route) throws JMException {
        Object xml = ManagementFactory.getPlatformMBeanServer()
                .invoke(routeBean(route), "dumpRouteAsXml", new Object[0], new String[0]);
        Matcher from = Pattern.compile("<from id=\"([^\"]+)\"").matcher(xml.toString());
        if (!from.find()) {
            throw new IllegalStateException(xml.toString());
        }
        return from.group(1);
    }

    /** Which providers find something now. */
    List<String> search(String words) throws IOException, InterruptedException {
        String query = URLEncoder.encode(words, StandardCharsets.UTF_8);
        HttpResponse<String> answer = stranger().get("/api/v1/media/search?q=" + query);
        return Json.MAPPER.readTree(answer.body()).path("media").findValuesAsText("provider").stream()
                .distinct()
                .toList();
    }

    static ObjectName routeBean(String route) throws JMException {
        return new ObjectName("org.apache.camel:context=vvg,type=routes,name=\"" + route + "\"");
    }

    @Override
    public void close() {
        service.close();
    }
}

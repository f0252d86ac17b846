package dev.viralvideo.performance;

import dev.viralvideo.Wiring;
import dev.viralvideo.api.Scope;
import dev.viralvideo.api.Tokens;
import dev.viralvideo.config.Settings;
import dev.viralvideo.ops.Service;
import dev.viralvideo.project.Database;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/**
 * The REST API under load, service and clients in one process on one machine: projects are created and read at fixed
 * rates, and 500 listeners follow projects that are cancelled. A request's time counts from when it was due, so that a
 * stall is not hidden by the requests that it kept from being sent.
 */
public final class RestBench {
    private static final int CLIENTS = 16;
    private static final int LISTENERS = 500;

    private final int port;
    private final String token;

    private RestBench(int port, String token) {
        this.port = port;
        this.token = token;
    }

    public static void main(String[] arguments) throws Exception {
        Path home = Files.createTempDirectory("rest-bench");
        Settings settings = Settings.load(
                Path.of("").toAbsolutePath(),
                home,
                Map.of(),
                Map.of("vvg.stages", "video", "vvg.web.port", "0", "vvg.online", "false", "vvg.api.rate", "1000000/s"));
        try (Service service = Wiring.serve(settings);
                Database database = Database.open(settings.database().url(), null, null)) {
            String token = new Tokens(database.dataSource(), Clock.systemUTC()).create("bench", Scope.WRITE, null);
            new RestBench(service.port(), token).run();
        }
        System.exit(0);
    }

    private void run() throws Exception {
        String first = idOf(create(0));
        load("warm-up: create", 300, 5, this::createRequest);
        load("warm-up: status", 2000, 5, i -> statusRequest(first));
        load("create 300 projects/s", 300, 15, this::createRequest);
        load("status reads 2,000/s", 2000, 15, i -> statusRequest(first));
        listeners();
    }

    private String createRequest(int number) {
        String body = "{\"topic\":\"%d surprising facts about honey bees\"}".formatted(number);
        return "POST /api/v1/projects HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private String statusRequest(String id) {
        return "GET /api/v1/projects/" + id + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                + "\r\n\r\n";
    }

    private String create(int number) throws IOException {
        try (Connection connection = new Connection()) {
            return connection.exchange(createRequest(number));
        }
    }

    private static String idOf(String answer) {
        return answer.replaceFirst("(?s).*?\"id\":\"([0-9a-z]{16})\".*", "$1");
    }

    private void load(String what, int rate, int seconds, IntFunction<String> request) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        long start = System.nanoTime() + 100_000_000;
        int each = rate * seconds / CLIENTS;
        List<Future<double[]>> done = new ArrayList<>();
        for (int c = 0; c < CLIENTS; c++) {
            int client = c;
            done.add(clients.submit(() -> client(client, each, rate, start, request)));
        }
        List<double[]> all = new ArrayList<>();
        for (Future<double[]> one : done) {
            all.add(one.get());
        }
        clients.shutdown();
        double took = (System.nanoTime() - start) / 1e9;
        double[] millis = all.stream().flatMapToDouble(Arrays::stream).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "| %-24s | %.0f/s | median %.1f ms, p99 %.1f ms, worst %.1f ms |%n",
                what,
                millis.length / took,
                millis[millis.length / 2],
                millis[(int) (millis.length * 0.99)],
                millis[millis.length - 1]);
    }

    private double[] client(int client, int count, int rate, long start, IntFunction<String> request)
            throws IOException, InterruptedException {
        double[] millis = new double[count];
        try (Connection connection = new Connection()) {
            for (int i = 0; i < count; i++) {
                int number = i * CLIENTS + client;
                long due = start + number * 1_000_000_000L / rate;
                long early = due - System.nanoTime();
                if (early > 0) {
                    Thread.sleep(early / 1_000_000, (int) (early % 1_000_000));
                }
                String answer = connection.exchange(request.apply(number));
                if (!answer.startsWith("{\"id\"")) {
                    throw new IllegalStateException(answer);
                }
                millis[i] = (System.nanoTime() - due) / 1e6;
            }
        }
        return millis;
    }

    /** Each listens to a project of its own; all are cancelled, and it is measured until the last has heard of it. */
    private void listeners() throws Exception {
        ExecutorService listening = Executors.newFixedThreadPool(LISTENERS);
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < LISTENERS; i++) {
            ids.add(idOf(create(i)));
        }
        List<Future<Long>> heard = new ArrayList<>();
        for (String id : ids) {
            Connection connection = new Connection();
            connection.send("GET /api/v1/projects/" + id
                    + "/events HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token + "\r\n\r\n");
            heard.add(listening.submit(() -> {
                connection.readUntil("error.occurred");
                long at = System.nanoTime();
                connection.close();
                return at;
            }));
        }
        Map<String, Long> cancelled = new java.util.HashMap<>();
        try (Connection connection = new Connection()) {
            for (String id : ids) {
                connection.exchange("POST /api/v1/projects/" + id + "/cancel HTTP/1.1\r\nHost: localhost\r\n"
                        + "Authorization: Bearer " + token + "\r\nContent-Length: 0\r\n\r\n");
                cancelled.put(id, System.nanoTime());
            }
        }
        double[] millis = new double[LISTENERS];
        for (int i = 0; i < LISTENERS; i++) {
            millis[i] = Math.max(0, (heard.get(i).get() - cancelled.get(ids.get(i))) / 1e6);
        }
        listening.shutdown();
        Arrays.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "| %d listeners | all heard | median %.0f ms, p99 %.0f ms, worst %.0f ms after the event |%n",
                LISTENERS,
                millis[LISTENERS / 2],
                millis[(int) (LISTENERS * 0.99)],
                millis[LISTENERS - 1]);
    }

    private final class Connection implements AutoCloseable {
        private final Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        private final InputStream in = new BufferedInputStream(socket.getInputStream());

        Connection() throws IOException {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(60_000);
        }

        void send(String request) throws IOException {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        }

        String exchange(String request) throws IOException {
            send(request);
            String head = readUntil("\r\n\r\n").toLowerCase(Locale.ROOT);
            int at = head.indexOf("content-length:") + 15;
            int length =
                    Integer.parseInt(head.substring(at, head.indexOf('\r', at)).strip());
            return new String(in.readNBytes(length), StandardCharsets.UTF_8);
        }

        String readUntil(String end) throws IOException {
            StringBuilder text = new StringBuilder();
            int c;
            while ((c = in.read()) >= 0) {
                text.append((char) c);
                if (c == end.charAt(end.length() - 1) && text.indexOf(end, text.length() - end.length()) >= 0) {
                    return text.toString();
                }
            }
            throw new IOException("the connection ended after " + text);
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}

package dev.viralvideo.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileClientsTest {
    private static final int MALFORMED = 10_000;
    private static final int IDLE = 1_000;

    @TempDir
    static Path home;

    private static ApiRig api;

    @BeforeAll
    static void start() {
        api = new ApiRig(
                home,
                Map.of(
                        "vvg.api.max-body-bytes",
                        String.valueOf(Malformed.MOST_BYTES),
                        "vvg.api.origins",
                        "https://studio.example"));
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void camelsOwnHeadersFromOutsideDoNothing() {
        Path proof = home.resolve("owned");
        for (String name : spellings("CamelExecCommandExecutable")) {
            String args = name.replaceAll("(?i)executable", "Args");
            HttpResponse<String> posted = api.post(
                    "/projects", "{\"topic\":\"Forged " + name + "\"}", name, "/usr/bin/touch", args, proof.toString());
            assertThat(posted.statusCode()).as(name).isEqualTo(202);
            HttpResponse<String> searched = api.send(api.request("/media/search?q=bees")
                    .headers(name, "/usr/bin/touch", args, proof.toString(), "CamelHttpUri", "http://127.0.0.1:1/"));
            assertThat(searched.statusCode()).as(name).isEqualTo(200);
            String query = name + "=" + URLEncoder.encode("/usr/bin/touch " + proof, StandardCharsets.UTF_8);
            assertThat(api.get("/media/search?q=bees&" + query).statusCode()).isEqualTo(400);
            assertThat(api.post("/projects?" + query, "{\"topic\":\"Forged\"}").statusCode())
                    .isEqualTo(400);
        }
        assertThat(proof).doesNotExist();
    }

    private static List<String> spellings(String name) {
        Random random = new Random(1);
        List<String> spellings = new ArrayList<>(List.of(
                name, name.toLowerCase(Locale.ROOT), name.toUpperCase(Locale.ROOT), "cAMELeXECcOMMANDeXECUTABLE"));
        for (int i = 0; i < 12; i++) {
            StringBuilder mixed = new StringBuilder();
            name.chars()
                    .forEach(c -> mixed.append(
                            (char) (random.nextBoolean() ? Character.toUpperCase(c) : Character.toLowerCase(c))));
            spellings.add(mixed.toString());
        }
        return spellings;
    }

    /** Each is an error of the caller's to us, never one of ours to him, and tells nothing of our inside. */
    @Test
    void tenThousandMalformedRequestsAreAllRefusedInGoodOrder() throws Exception {
        Malformed requests = new Malformed(new Random(4711), api.writer);
        Map<Integer, Integer> statuses = new java.util.TreeMap<>();
        Connection connection = new Connection();
        for (int i = 0; i < MALFORMED; i++) {
            byte[] request = requests.next();
            Received answer = connection.exchange(request);
            if (answer == null) { // an earlier answer had closed it
                connection = new Connection();
                answer = connection.exchange(request);
            }
            String shown = new String(request, StandardCharsets.ISO_8859_1);
            assertThat(answer).as(shown).isNotNull();
            assertThat(answer.status).as(shown + "\n" + answer.body).isBetween(400, 499);
            assertThat(answer.body).as(shown).doesNotContain("Exception", "\tat ", "dev.viralvideo", "org.eclipse");
            statuses.merge(answer.status, 1, Integer::sum);
            if (answer.closed) {
                connection = new Connection();
            }
        }
        assertThat(statuses).containsKeys(400, 404, 405, 413, 415);
        assertThat(api.get("/voices").statusCode()).isEqualTo(200);
    }

    private record Received(int status, String body, boolean closed) {}

    /** Reads one answer after the other off a connection that stays open. */
    private static final class Connection {
        private final Socket socket = Raw.connect(api.port());
        private final InputStream in = new BufferedInputStream(socket.getInputStream());

        Connection() throws IOException {}

        Received exchange(byte[] request) throws IOException {
            try {
                socket.getOutputStream().write(request);
                socket.getOutputStream().flush();
            } catch (IOException e) {
                // it answered before it had read all
            }
            try {
                return received();
            } catch (java.net.SocketException e) {
                return null;
            }
        }

        private Received received() throws IOException {
            String head = head();
            if (head.isEmpty()) {
                return null;
            }
            String lower = head.toLowerCase(Locale.ROOT);
            int at = lower.indexOf("content-length:");
            boolean chunked = lower.contains("transfer-encoding: chunked");
            byte[] body = new byte[0];
            if (at >= 0) {
                body = in.readNBytes(Integer.parseInt(
                        lower.substring(at + 15, lower.indexOf('\r', at)).strip()));
            } else if (chunked) {
                body = in.readAllBytes();
            }
            boolean closed = lower.contains("connection: close") || chunked;
            if (closed) {
                socket.close();
            }
            return new Received(
                    Integer.parseInt(head.substring(9, 12)), new String(body, StandardCharsets.UTF_8), closed);
        }

        private String head() throws IOException {
            ByteArrayOutputStream head = new ByteArrayOutputStream();
            int c;
            while ((c = in.read()) >= 0) {
                head.write(c);
                if (c == '\n' && head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                    break;
                }
            }
            return head.toString(StandardCharsets.ISO_8859_1);
        }
    }

    @Test
    void aThousandIdleConnectionsAndHundredThatDripKeepNobodyFromBeingServed() throws Exception {
        List<Socket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < IDLE; i++) {
                sockets.add(Raw.connect(api.port()));
            }
            for (int i = 0; i < 100; i++) {
                Socket headers = Raw.connect(api.port());
                headers.getOutputStream()
                        .write("GET /api/v1/voices HTTP/1.1\r\nHost: loc".getBytes(StandardCharsets.US_ASCII));
                sockets.add(headers);
                Socket body = Raw.connect(api.port());
                body.getOutputStream()
                        .write(("POST /api/v1/projects HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                                        + api.writer
                                        + "\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{\"top")
                                .getBytes(StandardCharsets.US_ASCII));
                sockets.add(body);
            }
            long start = System.nanoTime();
            for (int i = 0; i < 20; i++) {
                assertThat(api.get("/projects?limit=1").statusCode()).isEqualTo(200);
            }
            assertThat((System.nanoTime() - start) / 1e9).isLessThan(10);
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    @Test
    void aPageOfAWelcomeSiteMayCallTheApiAndNothingElse() throws IOException {
        String asked = " HTTP/1.1\r\nHost: localhost:" + api.port() + "\r\nOrigin: https://studio.example\r\n"
                + "Access-Control-Request-Method: POST\r\nAccess-Control-Request-Headers: authorization\r\n"
                + "Connection: close\r\n\r\n";

        assertThat(Raw.send(api, "OPTIONS /api/v1/projects" + asked))
                .startsWith("HTTP/1.1 2")
                .contains("Access-Control-Allow-Origin: https://studio.example");
        assertThat(Raw.send(api, "OPTIONS /hawtio/" + asked)).startsWith("HTTP/1.1 403");
    }

    @Test
    void aForeignPageOrNameIsRefused() throws IOException {
        String token = "Authorization: Bearer " + api.writer + "\r\nConnection: close\r\n\r\n";

        assertThat(Raw.send(api, "GET /api/v1/voices HTTP/1.1\r\nHost: evil.example\r\n" + token))
                .startsWith("HTTP/1.1 421");
        assertThat(Raw.send(
                        api,
                        "GET /api/v1/voices HTTP/1.1\r\nHost: localhost:" + api.port()
                                + "\r\nOrigin: http://evil.example\r\n" + token))
                .startsWith("HTTP/1.1 403")
                .doesNotContain("Access-Control");
    }
}

package dev.viralvideo.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventsApiTest {
    private static final int EVENTS = 300;

    @TempDir
    static Path home;

    private static ApiRig api;

    @BeforeAll
    static void start() {
        api = new ApiRig(home, Map.of("vvg.api.streams", "3"));
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    /** One connection of a listener. */
    private static final class Listener implements AutoCloseable {
        private final InputStream body;
        private final BufferedReader reader;
        private final int status;
        private long last;

        Listener(String project, long after) throws Exception {
            var request = api.request("/projects/" + project + "/events").header("Accept", "text/event-stream");
            if (after > 0) {
                request.header("Last-Event-ID", String.valueOf(after));
            }
            HttpResponse<InputStream> response =
                    HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofInputStream());
            this.last = after;
            this.status = response.statusCode();
            this.body = response.body();
            this.reader = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        }

        /** The name of the next event; null when the stream has ended. */
        String next() throws IOException {
            String name = null;
            String line;
            while ((line = reader.readLine()) != null) {
                if (line.startsWith("id: ")) {
                    last = Long.parseLong(line.substring(4));
                } else if (line.startsWith("event: ")) {
                    name = line.substring(7);
                } else if (line.isEmpty() && name != null) {
                    return name;
                }
            }
            return null;
        }

        @Override
        public void close() throws IOException {
            body.close();
        }
    }

    @Test
    void aListenerHearsWhatHasHappenedAndWhatHappensUntilTheEnd() throws Exception {
        String id = api.project();
        try (Listener listener = new Listener(id, 0)) {
            assertThat(listener.next()).isEqualTo("project.created");
            api.happens(id, "script.generated");
            assertThat(listener.next()).isEqualTo("script.generated");
            api.ends(id, "COMPLETED", null);
            assertThat(listener.next()).isEqualTo("project.completed");
            assertThat(listener.next()).isNull();
            try (Listener late = new Listener(id, listener.last)) {
                assertThat(late.status).isEqualTo(204);
            }
        }
    }

    @Test
    void aListenerThatComesBackAgainAndAgainMissesNothingAndHearsNothingTwice() throws Exception {
        String id = api.project();
        Thread happening = new Thread(() -> {
            IntStream.range(0, EVENTS).forEach(i -> api.happens(id, "step." + i));
            api.ends(id, "FAILED", null);
        });
        happening.start();
        Random random = new Random(5);
        List<String> heard = new ArrayList<>();
        long last = 0;
        int connections = 0;
        while (!heard.contains("error.occurred")) {
            try (Listener listener = new Listener(id, last)) {
                connections++;
                String event;
                int most = 1 + random.nextInt(40);
                for (int i = 0; i < most && (event = listener.next()) != null; i++) {
                    heard.add(event);
                    last = listener.last;
                }
            }
        }
        happening.join();

        List<String> expected = new ArrayList<>(List.of("project.created"));
        IntStream.range(0, EVENTS).forEach(i -> expected.add("step." + i));
        expected.add("error.occurred");
        assertThat(heard).isEqualTo(expected);
        assertThat(connections).isGreaterThan(5);
    }

    @Test
    void noMoreListenThanThereIsRoomForAndWhoGoesMakesRoom() throws Exception {
        String id = api.project();
        List<Listener> listeners = new ArrayList<>();
        // listeners of other tests may still be on their way out
        await().until(() -> {
            Listener listener = new Listener(id, 0);
            if (listener.status == 200) {
                listeners.add(listener);
            }
            return listeners.size() == 3;
        });

        HttpResponse<String> refused = api.get("/projects/" + id + "/events");

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(api.code(refused)).isEqualTo("TOO_MANY_STREAMS");
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        api.ends(id, "FAILED", null);
        for (Listener listener : listeners) {
            assertThat(listener.next()).isEqualTo("project.created");
            assertThat(listener.next()).isEqualTo("error.occurred");
            assertThat(listener.next()).isNull();
            listener.close();
        }
    }

    @Test
    void aLastEventIdThatIsNoneIsRefused() {
        String id = api.project();
        for (String odd : List.of("x", "-1", "1;drop", "99999999999999999999")) {
            assertThat(api.send(api.request("/projects/" + id + "/events").header("Last-Event-ID", odd))
                            .statusCode())
                    .as(odd)
                    .isEqualTo(400);
        }
    }
}

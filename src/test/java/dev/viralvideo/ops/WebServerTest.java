package dev.viralvideo.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.viralvideo.failure.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server lets in, whoever serves behind it. */
class WebServerTest {
    private static final WebAddress ANY_PORT = new WebAddress("127.0.0.1", 0);

    private final WebServer server = at(ANY_PORT).open();

    private static WebServer at(WebAddress address) {
        return new WebServer(
                new WebAccess(address, Optional.empty(), Set.of("videos.example"), Set.of(), Optional.empty()));
    }

    @BeforeEach
    void start() {
        server.start(List.of(new WebContext(WebPort.API, "/echo", new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                if (request.getHttpURI().getPath().endsWith("/fail")) {
                    throw new IllegalStateException("a secret inside");
                }
                response.write(true, ByteBuffer.wrap("here".getBytes(StandardCharsets.UTF_8)), callback);
                return true;
            }
        })));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:1", "127.0.0.1", "videos.example", "Videos.Example:8080"})
    void whoAsksByOurNameIsAnswered(String host) throws IOException {
        assertThat(ask("GET /echo", "Host: " + host)).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "10.1.2.3", "[::2]"})
    void aForgedHostIsRefused(String host) throws IOException {
        assertThat(ask("GET /echo", "Host: " + host)).startsWith("HTTP/1.1 421");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://evil.example", "null", "http://localhost:1", "http://localhost:99999", "nonsense{"})
    void aPageOfAnotherOriginIsRefused(String origin) throws IOException {
        assertThat(ask("POST /echo", "Host: localhost", "Origin: " + origin, "Content-Length: 0"))
                .startsWith("HTTP/1.1 403");
    }

    @Test
    void ourOwnPageIsLetIn() throws IOException {
        assertThat(ask("POST /echo", "Host: localhost:8080", "Origin: http://localhost:8080", "Content-Length: 0"))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void anErrorTellsNothingOfOurInside() throws IOException {
        assertThat(ask("GET /echo/fail", "Host: localhost"))
                .startsWith("HTTP/1.1 500")
                .doesNotContain("secret", "Exception", "at dev.", "Jetty");
    }

    @Test
    void aPortThatIsTakenIsToldInOneLine() {
        WebServer second = at(new WebAddress("127.0.0.1", server.port(WebPort.API)));
        assertThatThrownBy(second::open)
                .isInstanceOf(Failure.Resource.class)
                .hasMessageContaining("127.0.0.1:" + server.port(WebPort.API))
                .hasMessageContaining("--port");
    }

    private String ask(String line, String... headers) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.port(WebPort.API))) {
            socket.setSoTimeout(10_000);
            String request = line + " HTTP/1.1\r\n" + String.join("\r\n", headers) + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

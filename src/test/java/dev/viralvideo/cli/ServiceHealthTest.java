package dev.viralvideo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.viralvideo.config.Settings;
import dev.viralvideo.failure.Failure;
import dev.viralvideo.ops.TestKeyStore;
import dev.viralvideo.ops.WebAccess;
import dev.viralvideo.ops.WebContext;
import dev.viralvideo.ops.WebPort;
import dev.viralvideo.ops.WebServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code vvg doctor} tells of a service that runs. */
class ServiceHealthTest {
    private static final String WELL = "{\"parts\":[{\"name\":\"disk\",\"up\":true,\"message\":\"\"}]}";
    private static final String UNWELL =
            "{\"parts\":[{\"name\":\"disk\",\"up\":false,\"message\":\"only 3 MiB are free\"}]}";

    @TempDir
    private Path home;

    @Test
    void aServiceIsFoundAtThePortForOperatorsBehindTlsAndOnAllInterfaces() throws Exception {
        TestKeyStore.in(home, "videos.example");
        Settings settings = settings(Map.of(
                "vvg.management.port",
                freePort(),
                "vvg.management.host",
                "0.0.0.0",
                "vvg.tls.key-store",
                "videos.example.p12",
                "vvg.tls.password",
                TestKeyStore.PASSWORD));
        try (WebServer server = telling(settings, WELL)) {
            assertThat(ServiceHealth.of(settings)).contains("runs at localhost:", "1 parts are well");
        }
    }

    @Test
    void whatIsUnwellIsTold() throws Exception {
        Settings settings = settings(Map.of());
        try (WebServer server = telling(settings, UNWELL)) {
            assertThatThrownBy(() -> ServiceHealth.of(settings))
                    .isInstanceOf(Failure.Processing.class)
                    .hasMessageContaining("disk: only 3 MiB are free");
        }
    }

    @Test
    void whereNoneRunsThatIsTold() throws Exception {
        assertThat(ServiceHealth.of(settings(Map.of()))).startsWith("none runs at 127.0.0.1:");
    }

    private static WebServer telling(Settings settings, String health) {
        WebServer server = new WebServer(WebAccess.of(settings)).open();
        server.start(List.of(new WebContext(WebPort.MANAGEMENT, "/health", new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                response.write(true, ByteBuffer.wrap(health.getBytes(StandardCharsets.UTF_8)), callback);
                return true;
            }
        })));
        return server;
    }

    private Settings settings(Map<String, String> more) throws IOException {
        Map<String, String> all = new HashMap<>(Map.of("vvg.web.port", freePort()));
        all.putAll(more);
        return Settings.load(Path.of("").toAbsolutePath(), home, Map.of(), all);
    }

    private static String freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return String.valueOf(socket.getLocalPort());
        }
    }
}

package dev.viralvideo.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.viralvideo.StubbedService;
import dev.viralvideo.ops.user.Role;
import dev.viralvideo.ops.user.Users;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service whose operators have a port of their own, and with TLS. */
class PortsTest {
    private static final String USER_PASSWORD = "a long password";

    @TempDir
    private static Path home;

    private static StubbedService service;
    private static ServerCertificate certificate;
    private static Console programs;
    private static Console operators;

    @BeforeAll
    static void start() throws Exception {
        certificate = new ServerCertificate(TestKeyStore.in(home, "videos.example"), TestKeyStore.PASSWORD);
        new Users(home.resolve("data/users.json")).set("admin", Role.ADMIN, USER_PASSWORD);
        service = StubbedService.at(home)
                .set("vvg.management.port", "0")
                .set("vvg.tls.key-store", "videos.example.p12")
                .set("vvg.tls.password", TestKeyStore.PASSWORD)
                .serve();
        programs = client(WebPort.API);
        operators = client(WebPort.MANAGEMENT);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static Console client(WebPort port) {
        return new Console(service.service().url(port), HttpClient.newBuilder().sslContext(certificate.client()));
    }

    @Test
    void programsHaveTheApiAndItsContractAndNothingElse() throws Exception {
        assertThat(status(programs, "/openapi.json")).isEqualTo(200);
        assertThat(status(programs, "/docs")).isEqualTo(200);
        assertThat(status(programs, "/api/v1/voices")).as("without a token").isEqualTo(401);
        for (String path : new String[] {"/hawtio/", "/hawtio/auth/login", "/hawtio/jolokia/", "/health", "/metrics"}) {
            assertThat(status(programs, path)).as(path).isEqualTo(404);
        }
    }

    @Test
    void operatorsHaveHawtioHealthAndMetricsAndNothingElse() throws Exception {
        assertThat(status(operators, "/health/live")).isEqualTo(200);
        assertThat(status(operators, "/metrics")).isEqualTo(200);
        assertThat(operators.login("admin", USER_PASSWORD)).isEqualTo(200);
        for (String path : new String[] {"/api/v1/voices", "/openapi.json", "/docs"}) {
            assertThat(status(operators, path)).as(path).isEqualTo(404);
        }
    }

    @Test
    void theSessionIsNeverSentWithoutTls() throws Exception {
        HttpResponse<String> login =
                operators.post("/hawtio/auth/login", Map.of("username", "admin", "password", USER_PASSWORD));

        assertThat(login.headers().firstValue("Set-Cookie"))
                .get()
                .asString()
                .contains("Secure", "HttpOnly", "SameSite=Strict");
    }

    @Test
    void whoDoesNotKnowTheCertificateAndWhoUsesNoTlsGetsNothing() {
        Console stranger = new Console(service.service().url(WebPort.API));
        assertThatThrownBy(() -> stranger.get("/openapi.json")).isInstanceOf(SSLHandshakeException.class);

        Console plain = new Console("http://127.0.0.1:" + service.service().port());
        assertThatThrownBy(() -> plain.get("/openapi.json")).isInstanceOf(IOException.class);
    }

    @Test
    void anotherCertificateIsNotTrusted(@TempDir Path folder) throws Exception {
        ServerCertificate other =
                new ServerCertificate(TestKeyStore.in(folder, "videos.example"), TestKeyStore.PASSWORD);
        Console deceived = new Console(
                service.service().url(WebPort.API), HttpClient.newBuilder().sslContext(other.client()));

        assertThatThrownBy(() -> deceived.get("/openapi.json")).isInstanceOf(SSLHandshakeException.class);
    }

    @Test
    void eachPortChecksTheNamesItIsAskedBy() throws Exception {
        assertThat(URI.create(service.service().url(WebPort.API)).getPort())
                .isNotEqualTo(
                        URI.create(service.service().url(WebPort.MANAGEMENT)).getPort());
        assertThat(operators
                        .post(
                                "/hawtio/jolokia/",
                                Map.of(),
                                "Origin",
                                service.service().url(WebPort.API))
                        .statusCode())
                .isEqualTo(403);
    }

    private static int status(Console client, String path) throws IOException, InterruptedException {
        return client.get(path).statusCode();
    }
}

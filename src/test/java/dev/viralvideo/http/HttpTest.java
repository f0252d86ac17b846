package dev.viralvideo.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.viralvideo.failure.Failure;
import dev.viralvideo.helpers.RawServer;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpTest {
    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    /** api.test and media.test are names of the server that the operator allowed, private.test is not. */
    private static final Map<String, String> NAMES =
            Map.of("api.test", "127.0.0.1", "media.test", "127.0.0.1", "private.test", "127.0.0.1");

    private final AtomicInteger lookups = new AtomicInteger();
    private Http http;

    @BeforeEach
    void open() {
        HttpSettings settings =
                HttpSettings.of("1.0", "ops@example.org", List.of("api.test", "media.test", "localhost"));
        http = new Http(settings, host -> {
            lookups.incrementAndGet();
            return InetAddress.getAllByName(NAMES.getOrDefault(host, host));
        });
    }

    @AfterEach
    void close() {
        http.close();
    }

    @Test
    void sendsWhatWasAskedAndNamesItsOperator() {
        SERVER.stubFor(post("/v1/speech?x=1")
                .withHeader("xi-api-key", equalTo("secret-key"))
                .willReturn(ok("fine").withHeader("X-Request-Id", "r1")));
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
        Reply reply = http.send(
                Call.post(api("/v1/speech?x=1"), "application/json", body).header("xi-api-key", "secret-key"));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text()).isEqualTo("fine");
        assertThat(reply.header("x-request-id")).contains("r1");
        var sent = SERVER.getAllServeEvents().get(0).getRequest();
        assertThat(sent.getHeader("User-Agent")).startsWith("ViralVideoGenerator/1.0 (ops@example.org) ");
        assertThat(sent.getHeader("Content-Type")).isEqualTo("application/json");
        assertThat(sent.getBodyAsString()).isEqualTo("{}");
        assertThat(sent.containsHeader("Cookie")).isFalse();
    }

    @Test
    void givesEveryStatusBackAsItIs() {
        SERVER.stubFor(get("/gone").willReturn(aResponse().withStatus(410).withBody("gone")));
        assertThat(http.send(Call.get(api("/gone"))).status()).isEqualTo(410);
    }

    @Test
    void connectsToTheVeryAddressThatWasJudged() {
        SERVER.stubFor(any(anyUrl()).willReturn(ok()));
        http.send(Call.get(api("/a")));
        http.send(Call.get(api("/b")));
        assertThat(lookups).hasValue(1); // the second call went over the judged connection
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "2130706433",
                "[::1]",
                "[::ffff:127.0.0.1]",
                "0.0.0.0",
                "private.test",
                "169.254.169.254",
                "[fe80::1]",
                "[::]"
            })
    void refusesPrivateAddressesHoweverTheyAreWritten(String host) {
        SERVER.stubFor(any(anyUrl()).willReturn(ok()));
        ThrowingCallable call = () -> http.send(Call.get("http://" + host + ":" + SERVER.getPort() + "/x?key=s3cret"));
        assertThatThrownBy(call)
                .isInstanceOf(Failure.ExternalService.class)
                .hasMessageContaining("private or special address")
                .hasMessageNotContaining("s3cret")
                .extracting("code")
                .isEqualTo("ADDRESS_REFUSED");
        assertThat(SERVER.getAllServeEvents()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "ftp://a.example/x",
                "gopher://a.example",
                "http://user:pw@a.example/",
                "http:///x",
                "javascript:alert(1)",
                "concat:a|b",
                "http://a.example:0/",
                "http://[::1/",
                "  ",
                "//a/b",
                "http://127.1/"
            })
    void refusesUrlsThatAreNotPlainWebAddresses(String url) {
        assertThatThrownBy(() -> Call.get(url))
                .isInstanceOf(Failure.ExternalService.class)
                .extracting("code")
                .isEqualTo("BAD_URL");
    }

    @Test
    void encodesWhatProvidersForgetToEncode() {
        assertThat(Urls.parse("https://a.example/File:Café au lait[1].jpg?q=a b&c=%20|d")
                        .toString())
                .isEqualTo("https://a.example/File:Caf%C3%A9%20au%20lait%5B1%5D.jpg?q=a%20b&c=%20%7Cd");
        assertThat(Urls.parse("https://bücher.example/ü").toString()).isEqualTo("https://xn--bcher-kva.example/%C3%BC");
    }

    @Test
    void keepsCredentialsWhenARedirectStaysAtItsOrigin() {
        SERVER.stubFor(get("/from").willReturn(temporaryRedirect("/to")));
        SERVER.stubFor(get("/to").willReturn(ok("there")));
        assertThat(http.send(Call.get(api("/from")).header("Authorization", "k"))
                        .text())
                .isEqualTo("there");
        SERVER.verify(getRequestedFor(urlEqualTo("/to")).withHeader("Authorization", equalTo("k")));
    }

    @Test
    void leavesEveryCredentialBehindWhenARedirectGoesElsewhere() {
        SERVER.stubFor(get("/from").willReturn(temporaryRedirect("http://media.test:" + SERVER.getPort() + "/to")));
        SERVER.stubFor(get("/to").willReturn(temporaryRedirect(api("/back"))));
        SERVER.stubFor(get("/back").willReturn(ok("there")));
        Call call = Call.get(api("/from")).json();
        for (String name : List.of("Authorization", "Cookie", "xi-api-key", "x-goog-api-key", "X-Whatever-Secret")) {
            call = call.header(name, "s3cret");
        }
        assertThat(http.send(call).text()).isEqualTo("there");
        for (String path : List.of("/to", "/back")) {
            var sent = SERVER.findAll(getRequestedFor(urlEqualTo(path))).get(0);
            assertThat(sent.getHeaders().toString()).doesNotContain("s3cret");
            assertThat(sent.getHeader("Accept")).isEqualTo("application/json");
            assertThat(sent.getHeader("User-Agent")).contains("ops@example.org");
        }
    }

    @Test
    void dropsCredentialsBetweenHttpsAndHttpAndBetweenPorts() {
        Hop hop =
                new Hop("GET", URI.create("https://a.example/x"), Map.of("Authorization", "k", "Accept", "*/*"), null);
        assertThat(hop.next(302, "http://a.example/x").headers()).containsOnlyKeys("Accept");
        assertThat(hop.next(302, "https://a.example:8443/x").headers()).containsOnlyKeys("Accept");
        assertThat(hop.next(302, "https://A.example:443/y").headers()).containsKey("Authorization");
    }

    @Test
    void refusesARedirectToAPrivateAddress() {
        SERVER.stubFor(get("/from").willReturn(temporaryRedirect("http://127.0.0.1:" + SERVER.getPort() + "/admin")));
        fails("/from", "ADDRESS_REFUSED");
        SERVER.verify(0, getRequestedFor(urlEqualTo("/admin")));
    }

    @Test
    void refusesRedirectsThatLeadNowhere() {
        SERVER.stubFor(get("/loop").willReturn(temporaryRedirect("/loop")));
        SERVER.stubFor(get("/blank").willReturn(aResponse().withStatus(302)));
        SERVER.stubFor(get("/file").willReturn(temporaryRedirect("file:///etc/passwd")));
        fails("/loop", "HTTP_REDIRECT");
        fails("/blank", "HTTP_REDIRECT");
        fails("/file", "BAD_URL");
        SERVER.verify(6, getRequestedFor(urlEqualTo("/loop")));
    }

    @Test
    void doesNotCarryABodyToAnotherHost() {
        String elsewhere = "http://media.test:" + SERVER.getPort() + "/to";
        SERVER.stubFor(post("/from").willReturn(aResponse().withStatus(307).withHeader("Location", elsewhere)));
        assertThatThrownBy(() -> http.send(Call.post(api("/from"), "text/plain", "x".getBytes(StandardCharsets.UTF_8))))
                .extracting("code")
                .isEqualTo("HTTP_REDIRECT");
    }

    @Test
    void turnsAPostIntoAGetWhenTheServerSaysSeeOther() {
        SERVER.stubFor(post("/from").willReturn(aResponse().withStatus(303).withHeader("Location", "/to")));
        SERVER.stubFor(get("/to").willReturn(ok("seen")));
        Reply reply = http.send(Call.post(api("/from"), "text/plain", "x".getBytes(StandardCharsets.UTF_8)));
        assertThat(reply.text()).isEqualTo("seen");
        SERVER.verify(getRequestedFor(urlEqualTo("/to")).withoutHeader("Content-Type"));
    }

    @Test
    void refusesAnAnswerThatIsTooLargeWithoutReadingItAll() {
        SERVER.stubFor(get("/large").willReturn(ok().withBody(new byte[200_000])));
        Call small = Call.get(api("/large")).limits(Duration.ofSeconds(5), Duration.ofSeconds(5), 1000);
        assertThatThrownBy(() -> http.send(small)).extracting("code").isEqualTo("HTTP_TOO_LARGE");
    }

    @Test
    void givesUpAtTheDeadlineThoughBytesKeepTrickling() {
        SERVER.stubFor(get("/slow").willReturn(ok("0123456789").withChunkedDribbleDelay(10, 20_000)));
        Call hasty = Call.get(api("/slow")).limits(Duration.ofSeconds(5), Duration.ofMillis(300), 1000);
        long start = System.nanoTime();
        assertThatThrownBy(() -> http.send(hasty)).extracting("code").isEqualTo("HTTP_TIMEOUT");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void givesUpOnSilence() {
        SERVER.stubFor(get("/silent").willReturn(ok().withFixedDelay(20_000)));
        Call hasty = Call.get(api("/silent")).limits(Duration.ofMillis(200), Duration.ofSeconds(10), 1000);
        assertThatThrownBy(() -> http.send(hasty)).extracting("code").isEqualTo("HTTP_TIMEOUT");
    }

    @Test
    void saysThatTheConnectionBrokeOff() {
        SERVER.stubFor(get("/reset").willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        SERVER.stubFor(get("/empty").willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
        SERVER.stubFor(get("/garbage").willReturn(aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE)));
        fails("/reset", "HTTP_CUT");
        fails("/empty", "HTTP_CUT");
        fails("/garbage", "HTTP_CUT");
    }

    @Test
    void tellsACutBodyFromAWholeOne() throws Exception {
        try (RawServer raw = new RawServer()) {
            raw.answer("HTTP/1.1 200 OK\nContent-Length: 100", new byte[50], 0, 50);
            assertThatThrownBy(() -> http.send(Call.get(raw.url("/x"))))
                    .extracting("code")
                    .isEqualTo("HTTP_CUT");
        }
    }

    @Test
    void saysThatNobodyIsThere() throws Exception {
        int port;
        try (RawServer raw = new RawServer()) {
            port = raw.port();
        }
        assertThatThrownBy(() -> http.send(Call.get("http://localhost:" + port + "/")))
                .extracting("code")
                .isEqualTo("HTTP_UNREACHABLE");
        assertThatThrownBy(() -> http.send(Call.get("http://no-such-host.invalid/")))
                .hasMessageContaining("no such host")
                .extracting("code")
                .isEqualTo("HTTP_UNREACHABLE");
    }

    @Test
    void showsNoSecretInAnyText() {
        Call call = Call.get(api("/x?key=s3cret")).header("Authorization", "s3cret");
        assertThat(call.toString()).doesNotContain("s3cret").contains("GET http://api.test");
        assertThatThrownBy(() -> call.header("X-Bad\nName", "v")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> call.header("X", "s3cret\r\nY: z"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void refusesAContactThatWouldBreakTheUserAgent() {
        assertThatThrownBy(() -> HttpSettings.of("1", "a)\r\nX: y", List.of()))
                .isInstanceOf(Failure.Configuration.class);
    }

    private void fails(String path, String code) {
        assertThatThrownBy(() -> http.send(Call.get(api(path))))
                .isInstanceOf(Failure.ExternalService.class)
                .extracting("code")
                .isEqualTo(code);
    }

    private static String api(String path) {
        return "http://api.test:" + SERVER.getPort() + path;
    }
}

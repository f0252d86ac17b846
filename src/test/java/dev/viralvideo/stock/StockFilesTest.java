package dev.viralvideo.stock;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.viralvideo.cache.Cache;
import dev.viralvideo.cache.DiskTier;
import dev.viralvideo.cache.FileStore;
import dev.viralvideo.cache.MemoryTier;
import dev.viralvideo.failure.Failure;
import dev.viralvideo.ffmpeg.Ffmpeg;
import dev.viralvideo.ffmpeg.TestFfmpeg;
import dev.viralvideo.http.HttpSettings;
import dev.viralvideo.http.Providers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StockFilesTest {
    private static final Ffmpeg FFMPEG = TestFfmpeg.shared();
    private static final Consumer<Path> PROBED = FFMPEG::probe;

    @TempDir
    private Path home;

    private WireMockServer server;
    private Providers hosts;

    @BeforeEach
    void startServer() {
        server = new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));
        server.start();
        hosts = hosts(List.of("localhost:" + server.port()));
    }

    @AfterEach
    void stop() {
        hosts.close();
        server.stop();
    }

    @Test
    void aFileIsFetchedOnceForAllProjectsAndLinkedIntoEach() throws IOException {
        byte[] picture = picture();
        serve("/a.png", aResponse().withBody(picture));

        Path one = fetch(Work.Kind.STILL, "/a.png", home.resolve("p1"));
        Path other = files(1 << 20).fetch(work(Work.Kind.STILL), rendition("/a.png"), home.resolve("p2"), "x", PROBED);

        assertThat(one).hasBinaryContent(picture).hasFileName("x.png");
        assertThat(Files.isSameFile(one, other)).isTrue();
        server.verify(1, anyRequestedFor(anyUrl()));
    }

    @Test
    void aFileThatWasEvictedIsFetchedAgain() throws IOException {
        serve("/a.png", aResponse().withBody(picture()));
        fetch(Work.Kind.STILL, "/a.png", home.resolve("p1"));
        try (Stream<Path> stored = Files.walk(home.resolve("store"))) {
            for (Path file : stored.filter(f -> f.toString().endsWith(".png")).toList()) {
                Files.delete(file);
            }
        }

        assertThat(fetch(Work.Kind.STILL, "/a.png", home.resolve("p2"))).exists();
        server.verify(2, anyRequestedFor(anyUrl()));
    }

    static Stream<Arguments> disguises() {
        return Stream.of(
                Arguments.of("an HTML page", "<!DOCTYPE html><html><body>hotlink</body></html>"),
                Arguments.of("a playlist", "#EXTM3U\n#EXT-X-VERSION:3\nfile:///etc/passwd\n"),
                Arguments.of("a concat script", "ffconcat version 1.0\nfile '/etc/passwd'\n"),
                Arguments.of(
                        "an SVG drawing",
                        "<svg xmlns=\"http://www.w3.org/2000/svg\"><image href=\"/etc/passwd\"/></svg>"),
                Arguments.of("an empty file", ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("disguises")
    void whatIsNoMediaIsRefusedWhateverItsNameAndTypeSay(String what, String body) {
        serve("/a.mp4", aResponse().withHeader("Content-Type", "video/mp4").withBody(body));

        assertThatThrownBy(() -> fetch(Work.Kind.VIDEO, "/a.mp4", home.resolve("p1")))
                .isInstanceOf(Failure.ExternalService.class)
                .hasMessageContaining(what);
        assertThatThrownBy(() -> fetch(Work.Kind.VIDEO, "/a.mp4", home.resolve("p1")))
                .isInstanceOf(Failure.class);
        server.verify(1, anyRequestedFor(anyUrl()));
        assertThat(home.resolve("p1")).doesNotExist();
    }

    @Test
    void aPictureWhereAClipWasPromisedIsRefused() throws IOException {
        serve("/a.mp4", aResponse().withBody(picture()));

        assertThatThrownBy(() -> fetch(Work.Kind.VIDEO, "/a.mp4", home.resolve("p1")))
                .hasMessageContaining("PNG");
    }

    @Test
    void aFileThatDoesNotDecodeIsRefusedAndNotAskedForAgain() {
        byte[] broken = "\u0000\u0000\u0000 ftypisom....nothing that is a film".getBytes(StandardCharsets.ISO_8859_1);
        serve("/a.mp4", aResponse().withBody(broken));

        assertThatThrownBy(() -> fetch(Work.Kind.VIDEO, "/a.mp4", home.resolve("p1")))
                .isInstanceOf(Failure.Validation.class);
        assertThatThrownBy(() -> fetch(Work.Kind.VIDEO, "/a.mp4", home.resolve("p1")))
                .isInstanceOf(Failure.Validation.class);
        server.verify(1, anyRequestedFor(anyUrl()));
    }

    @Test
    void aLargerFileThanAllowedIsRefusedWithoutBeingKept() throws IOException {
        serve("/a.png", aResponse().withBody(new byte[200_000]));
        serve("/b.png", aResponse().withBody(picture()).withHeader("Transfer-Encoding", "chunked"));

        assertThatThrownBy(() -> files(100_000)
                        .fetch(work(Work.Kind.STILL), rendition("/a.png"), home.resolve("p1"), "x", PROBED))
                .isInstanceOf(Failure.class);
        assertThatThrownBy(() ->
                        files(100).fetch(work(Work.Kind.STILL), rendition("/b.png"), home.resolve("p1"), "x", PROBED))
                .isInstanceOf(Failure.class);
        Rendition honest = new Rendition(server.url("/c.png"), null, null, null, null, 5_000_000L);
        assertThatThrownBy(() -> files(100_000).fetch(work(Work.Kind.STILL), honest, home.resolve("p1"), "x", PROBED))
                .hasMessageContaining("5000000");
        server.verify(0, anyRequestedFor(urlPathEqualTo("/c.png")));
        try (Stream<Path> left = Files.walk(home)) {
            assertThat(left.filter(Files::isRegularFile)
                            .filter(file -> file.toString().contains("p1")))
                    .isEmpty();
        }
    }

    @Test
    void aCutConnectionIsAnErrorThatMayPass() throws IOException {
        serve("/a.png", aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE));
        assertThatThrownBy(() -> fetch(Work.Kind.STILL, "/a.png", home.resolve("p1")))
                .isInstanceOf(Failure.class);

        serve("/a.png", aResponse().withBody(picture()));
        assertThat(fetch(Work.Kind.STILL, "/a.png", home.resolve("p1"))).exists();
    }

    @Test
    void addressesOfThisMachineAndItsNetworkAreRefusedAlsoAfterARedirect() {
        serve("/private", aResponse().withStatus(302).withHeader("Location", "http://169.254.169.254/latest/"));
        assertThatThrownBy(() -> fetch(Work.Kind.STILL, "/private", home.resolve("p1")))
                .isInstanceOf(Failure.class)
                .extracting(e -> ((Failure) e).code())
                .isEqualTo("ADDRESS_REFUSED");

        hosts.close();
        hosts = hosts(List.of());
        assertThatThrownBy(() -> fetch(Work.Kind.STILL, "/a.png", home.resolve("p1")))
                .extracting(e -> ((Failure) e).code())
                .isEqualTo("ADDRESS_REFUSED");
    }

    private Path fetch(Work.Kind kind, String path, Path folder) {
        return files(1 << 20).fetch(work(kind), rendition(path), folder, "x", PROBED);
    }

    private StockFiles files(long most) {
        Clock clock = Clock.systemUTC();
        Cache cache = new Cache(List.of(new MemoryTier(1 << 20), new DiskTier(home.resolve("answers"))), clock);
        FileStore store = new FileStore(home.resolve("store"), 1L << 30, clock);
        return new StockFiles(() -> hosts, store, cache, new StockFiles.Limits(most, Duration.ofSeconds(10)), clock);
    }

    private Providers hosts(List<String> allow) {
        return Providers.of(HttpSettings.of("test", "", allow), home.resolve("http"), text -> text);
    }

    private static byte[] picture() throws IOException {
        Path file = Files.createTempFile("picture", ".png");
        try {
            return Files.readAllBytes(
                    TestFfmpeg.make(file, "-f", "lavfi", "-i", "testsrc2=s=320x240", "-frames:v", "1", "-update", "1"));
        } finally {
            Files.delete(file);
        }
    }

    private void serve(String path, ResponseDefinitionBuilder answer) {
        server.stubFor(get(urlPathEqualTo(path)).willReturn(answer));
    }

    private static Work work(Work.Kind kind) {
        return new Work("any", "1", kind, List.of(), null, "", Licence.OWN, null);
    }

    private Rendition rendition(String path) {
        return new Rendition("http://localhost:" + server.port() + path, null, null, null, null, null);
    }
}

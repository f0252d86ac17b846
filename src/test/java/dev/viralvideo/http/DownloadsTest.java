package dev.viralvideo.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.viralvideo.failure.Failure;
import dev.viralvideo.helpers.RawServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadsTest {
    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    private static final byte[] VIDEO = video(300_000);

    @TempDir
    Path folder;

    private Http http;
    private Downloads downloads;

    @BeforeEach
    void open() {
        http = new Http(HttpSettings.of("1.0", "ops@example.org", List.of("localhost")));
        downloads = new Downloads(http, folder.resolve("parts"));
    }

    @AfterEach
    void close() {
        http.close();
    }

    @Test
    void bringsAFileToItsPlaceWithItsHash() throws Exception {
        SERVER.stubFor(get("/v.mp4")
                .willReturn(ok().withHeader("Content-Type", "text/html").withBody(VIDEO)));
        Downloaded done = downloads.fetch(request(url("/v.mp4")), target());
        assertThat(done.file()).hasBinaryContent(VIDEO);
        assertThat(done.type()).isEqualTo(FileType.MP4);
        assertThat(done.bytes()).isEqualTo(VIDEO.length);
        assertThat(done.sha256()).isEqualTo(sha256(VIDEO));
        assertThat(leftovers()).isEmpty();
        SERVER.verify(getRequestedFor(urlEqualTo("/v.mp4")).withoutHeader("Range"));
    }

    @Test
    void followsRedirectsAndSaysWhoServedTheFile() {
        SERVER.stubFor(get("/v").willReturn(temporaryRedirect("/real.mp4")));
        SERVER.stubFor(get("/real.mp4").willReturn(ok().withBody(VIDEO)));
        assertThat(downloads.fetch(request(url("/v")), target()).from()).hasPath("/real.mp4");
    }

    @Test
    void refusesARedirectToAPrivateAddress() {
        SERVER.stubFor(get("/v").willReturn(temporaryRedirect("http://127.0.0.1:" + SERVER.getPort() + "/v.mp4")));
        fails(url("/v"), "ADDRESS_REFUSED", ErrorKind.NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE html><html>Please log in</html>",
                "<svg xmlns='http://www.w3.org/2000/svg'/>",
                "#EXTM3U\nhttp://169.254.169.254/",
                "ffconcat version 1.0\nfile /etc/passwd",
                "",
                "{}"
            })
    void refusesWhatIsNoMediaThoughItSaysSo(String body) {
        SERVER.stubFor(get("/v.mp4")
                .willReturn(ok().withHeader("Content-Type", "video/mp4").withBody(body)));
        fails(url("/v.mp4"), "WRONG_FILE_TYPE", ErrorKind.INVALID_OUTPUT);
        assertThat(target()).doesNotExist();
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void refusesMediaOfAnUnwantedType() {
        SERVER.stubFor(get("/v").willReturn(ok().withBody(VIDEO)));
        Download picture = new Download(
                Urls.parse(url("/v")), java.util.Map.of(), EnumSet.of(FileType.JPEG), 1 << 20, Duration.ofSeconds(5));
        assertThatThrownBy(() -> downloads.fetch(picture, target())).hasMessageContaining("a MP4 file");
    }

    @ParameterizedTest
    @CsvSource({
        "404, NOT_FOUND",
        "403, AUTH",
        "429, RATE_LIMITED",
        "500, TRANSIENT",
        "204, INVALID_OUTPUT",
        "451, CONTENT_REFUSED"
    })
    void saysWhatKindOfRefusalItWas(int status, ErrorKind kind) {
        SERVER.stubFor(get("/v").willReturn(aResponse().withStatus(status).withHeader("Retry-After", "7")));
        Refusal refusal = fails(url("/v"), "DOWNLOAD_REFUSED", kind);
        assertThat(refusal.status()).isEqualTo(status);
        assertThat(refusal.retryAfter().isPresent()).isEqualTo(status != 204);
    }

    @Test
    void refusesAFileThatSaysItIsTooLarge() throws Exception {
        try (RawServer raw = new RawServer()) {
            raw.answer("HTTP/1.1 200 OK\nContent-Length: 99000000000", VIDEO, 0, 1000);
            fails(raw.url("/v"), "HTTP_TOO_LARGE", ErrorKind.INVALID_OUTPUT);
        }
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void stopsAFileThatTurnsOutTooLarge() throws Exception {
        try (RawServer raw = new RawServer()) {
            raw.answer(out -> {
                out.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                byte[] chunk = "10000\r\n".getBytes(StandardCharsets.US_ASCII);
                for (int i = 0; i < 10_000; i++) {
                    out.write(chunk);
                    out.write(VIDEO, 0, 0x10000);
                    out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                }
            });
            fails(raw.url("/v"), "HTTP_TOO_LARGE", ErrorKind.INVALID_OUTPUT);
        }
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void takesNoMoreThanWasPromised() throws Exception {
        try (RawServer raw = new RawServer()) {
            raw.answer("HTTP/1.1 200 OK\nContent-Length: 1000", VIDEO, 0, 5000);
            raw.answer("HTTP/1.1 200 OK\nContent-Length: 2000", VIDEO, 0, 2000);
            assertThat(downloads.fetch(request(raw.url("/v")), target()).bytes())
                    .isEqualTo(1000);
            assertThat(downloads.fetch(request(raw.url("/w")), target()).bytes())
                    .isEqualTo(2000);
        }
    }

    @Test
    void goesOnWhereTheConnectionWasCut() throws Exception {
        try (RawServer raw = new RawServer()) {
            raw.answer("HTTP/1.1 200 OK\nETag: \"v1\"\nContent-Length: 300000", VIDEO, 0, 100_000);
            raw.answer(partial(100_000, "\"v1\""), VIDEO, 100_000, 250_000);
            raw.answer(partial(250_000, "\"v1\""), VIDEO, 250_000, 300_000);
            Downloaded done = downloads.fetch(request(raw.url("/v")), target());
            assertThat(done.sha256()).isEqualTo(sha256(VIDEO));
            assertThat(done.file()).hasBinaryContent(VIDEO);
            assertThat(raw.requests().get(1)).contains("Range: bytes=100000-", "If-Range: \"v1\"");
            assertThat(raw.requests().get(2)).contains("Range: bytes=250000-");
        }
    }

    @Test
    void goesOnWithWhatAnEarlierRunLeft() throws Exception {
        try (RawServer raw = new RawServer()) {
            String etag = "ETag: \"v1\"";
            raw.answer("HTTP/1.1 200 OK\n" + etag + "\nContent-Length: 300000", VIDEO, 0, 100_000);
            raw.answer("HTTP/1.1 503 Busy\nContent-Length: 0", VIDEO, 0, 0);
            fails(raw.url("/v"), "DOWNLOAD_REFUSED", ErrorKind.TRANSIENT);
            raw.answer(partial(100_000, "\"v1\""), VIDEO, 100_000, 300_000);
            Downloaded done = new Downloads(http, folder.resolve("parts")).fetch(request(raw.url("/v")), target());
            assertThat(done.sha256()).isEqualTo(sha256(VIDEO));
        }
    }

    @Test
    void startsAgainWhenTheFileHasChangedMeanwhile() throws Exception {
        byte[] other = video(200_000);
        try (RawServer raw = new RawServer()) {
            raw.answer("HTTP/1.1 200 OK\nETag: \"v1\"\nContent-Length: 300000", VIDEO, 0, 100_000);
            raw.answer("HTTP/1.1 200 OK\nETag: \"v2\"\nContent-Length: 200000", other, 0, 200_000);
            assertThat(downloads.fetch(request(raw.url("/v")), target()).sha256())
                    .isEqualTo(sha256(other));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 416 Range Not Satisfiable\nContent-Length: 0",
                "HTTP/1.1 206 Partial Content\nContent-Range: bytes 5-99/300000\nContent-Length: 0",
                "HTTP/1.1 206 Partial Content\nContent-Range: bytes 100000-299999/300000\nETag: \"v2\"\nContent-Length: 0",
                "HTTP/1.1 206 Partial Content\nContent-Length: 0"
            })
    void startsAgainWhenTheServerContinuesElsewhere(String answer) throws Exception {
        try (RawServer raw = new RawServer()) {
            raw.answer("HTTP/1.1 200 OK\nETag: \"v1\"\nContent-Length: 300000", VIDEO, 0, 100_000);
            raw.answer(answer, VIDEO, 0, 0);
            raw.answer("HTTP/1.1 200 OK\nETag: \"v1\"\nContent-Length: 300000", VIDEO, 0, 300_000);
            assertThat(downloads.fetch(request(raw.url("/v")), target()).sha256())
                    .isEqualTo(sha256(VIDEO));
            assertThat(raw.requests().get(2)).noneMatch(line -> line.startsWith("Range"));
        }
    }

    @Test
    void doesNotJoinPiecesThatNothingTiesTogether() throws Exception {
        try (RawServer raw = new RawServer()) {
            raw.answer("HTTP/1.1 200 OK\nETag: W/\"weak\"\nContent-Length: 300000", VIDEO, 0, 100_000);
            fails(raw.url("/v"), "HTTP_CUT", ErrorKind.TRANSIENT);
            raw.answer("HTTP/1.1 200 OK\nContent-Length: 300000", VIDEO, 0, 300_000);
            downloads.fetch(request(raw.url("/v")), target());
            assertThat(raw.requests().get(1)).noneMatch(line -> line.startsWith("Range"));
        }
    }

    @Test
    void givesUpWhenNothingMoreComes() throws Exception {
        try (RawServer raw = new RawServer()) {
            raw.answer("HTTP/1.1 200 OK\nETag: \"v1\"\nContent-Length: 300000", VIDEO, 0, 100_000);
            fails(raw.url("/v"), "HTTP_CUT", ErrorKind.TRANSIENT);
            assertThat(raw.requests()).hasSize(3);
        }
    }

    @Test
    void letsSeveralFetchTheSameFileAtOnce() throws Exception {
        SERVER.stubFor(get("/v.mp4").willReturn(ok().withBody(VIDEO).withChunkedDribbleDelay(5, 100)));
        List<CompletableFuture<Downloaded>> all = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> downloads.fetch(request(url("/v.mp4")), folder.resolve("out/" + i + ".mp4"))))
                .toList();
        for (CompletableFuture<Downloaded> one : all) {
            assertThat(one.get().file()).hasBinaryContent(VIDEO);
        }
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void replacesNothingUntilTheFileIsWhole() throws Exception {
        Files.createDirectories(target().getParent());
        Files.writeString(target(), "before");
        SERVER.stubFor(get("/v").willReturn(ok("<html>")));
        fails(url("/v"), "WRONG_FILE_TYPE", ErrorKind.INVALID_OUTPUT);
        assertThat(target()).hasContent("before");
    }

    private Refusal fails(String url, String code, ErrorKind kind) {
        Throwable failure = catchThrowable(() -> downloads.fetch(request(url), target()));
        assertThat(failure)
                .isInstanceOf(Failure.ExternalService.class)
                .extracting("code")
                .isEqualTo(code);
        Refusal refusal = Refusal.in(failure).orElseThrow();
        assertThat(refusal.kind()).isEqualTo(kind);
        return refusal;
    }

    private static Download request(String url) {
        return Download.of(url, FileType.all(), 1_000_000, Duration.ofSeconds(20));
    }

    private static String partial(int from, String etag) {
        return "HTTP/1.1 206 Partial Content\nETag: " + etag + "\nContent-Range: bytes " + from + "-299999/300000"
                + "\nContent-Length: " + (300_000 - from);
    }

    private Path target() {
        return folder.resolve("out/video.mp4");
    }

    private List<String> leftovers() {
        Path parts = folder.resolve("parts");
        try (Stream<Path> files = Files.list(parts)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith(".lock"))
                    .toList();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String url(String path) {
        return "http://localhost:" + SERVER.getPort() + path;
    }

    private static byte[] video(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        byte[] head = HexFormat.of().parseHex("00000018667479706d703432");
        System.arraycopy(head, 0, bytes, 0, head.length);
        return bytes;
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(Arrays.copyOf(bytes, bytes.length)));
    }
}

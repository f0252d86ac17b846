package dev.viralvideo.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.sun.net.httpserver.HttpServer;
import dev.viralvideo.failure.Failure;
import dev.viralvideo.helpers.SteppedClock;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderTest {
    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    @TempDir
    Path folder;

    private final SteppedClock clock = new SteppedClock();
    private final List<Duration> slept = Collections.synchronizedList(new ArrayList<>());
    private Http http;
    private Providers providers;

    @BeforeEach
    void open() {
        http = new Http(HttpSettings.of("1.0", "", List.of("localhost")));
        providers = providers();
    }

    private Providers providers() {
        Sleep sleep = time -> {
            slept.add(time);
            clock.advance(time);
        };
        return new Providers(
                http,
                new Downloads(http, folder),
                clock,
                sleep,
                text -> text.replace("s3cret", "***"),
                folder.resolve("pauses.json"));
    }

    @AfterEach
    void close() {
        providers.close();
    }

    @Test
    void asksAgainAfterAFaultThatPasses() {
        answers(aResponse().withStatus(503), aResponse().withFault(Fault.EMPTY_RESPONSE), okJson("{}"));
        assertThat(provider().call(call()).status()).isEqualTo(200);
        assertThat(slept).hasSize(2);
        assertThat(slept.get(0)).isBetween(Duration.ofSeconds(1), Duration.ofMillis(1502));
        assertThat(slept.get(1)).isBetween(Duration.ofSeconds(2), Duration.ofMillis(3002));
    }

    @Test
    void givesUpAfterItsAttemptsAndSaysWhat() {
        answers(aResponse().withStatus(500));
        assertThatThrownBy(() -> provider().call(call()))
                .isInstanceOf(Failure.ExternalService.class)
                .hasMessageContaining("pexels: has trouble (answered 500")
                .hasMessageNotContaining("s3cret")
                .extracting("code")
                .isEqualTo("PROVIDER_TRANSIENT");
        sent(3);
    }

    @ParameterizedTest
    @CsvSource({"400, INVALID_REQUEST", "404, NOT_FOUND", "401, AUTH", "402, QUOTA", "451, CONTENT_REFUSED"})
    void doesNotAskAgainWhenThatCannotHelp(int status, ErrorKind kind) {
        answers(aResponse().withStatus(status));
        assertThat(refusal(provider()).kind()).isEqualTo(kind);
        sent(1);
    }

    @Test
    void repeatsTheProvidersOwnWordsButNoSecret() {
        answers(aResponse().withStatus(400).withBody("{\"error\":\n \"bad key s3cret\"}" + "x".repeat(500)));
        assertThat(refusal(provider()).getMessage())
                .contains("does not accept the request", "/v1/search: bad key ***)")
                .doesNotContain("s3cret");
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"error\":{\"message\":\"too long\"}}'",
        "'{\"error\":\"too long\"}'",
        "'{\"error\":{\"code\":\"x\",\"info\":\"too long\"}}'",
        "'{\"detail\":{\"status\":\"x\",\"message\":\"too long\"}}'",
        "'{\"detail\":[{\"loc\":[\"body\"],\"msg\":\"too long\"}]}'",
        "'{\"detail\":\"too long\"}'",
        "'{\"errors\":[\"too long\"]}'",
        "'{\"headers\":{\"code\":4,\"error_message\":\"too long\"}}'",
        "'{\"object\":\"error\",\"message\":\"too long\"}'",
        "too long"
    })
    void findsWhatIsSaidToPeopleInEveryShape(String body) {
        answers(aResponse().withStatus(400).withBody(body));
        assertThat(refusal(provider()).getMessage()).endsWith("/v1/search: too long)");
    }

    @Test
    void cutsALongStoryShort() {
        answers(aResponse().withStatus(400).withBody("x".repeat(500) + "s3cret"));
        assertThat(refusal(provider()).getMessage()).endsWith("x…)").hasSizeLessThan(400);
    }

    @Test
    void doesNotRepeatAWebPage() {
        answers(aResponse().withStatus(400).withBody("<html><title>Log in\n to s3cret</title><body>nginx"));
        assertThat(refusal(provider()).getMessage()).endsWith("/v1/search: a web page, \"Log in to ***\")");
    }

    @Test
    void waitsAsLongAsItIsTold() {
        answers(aResponse().withStatus(429).withHeader("Retry-After", "7"), okJson("{}"));
        provider().call(call());
        assertThat(slept).hasSize(1);
        assertThat(slept.get(0)).isEqualTo(Duration.ofMillis(7001));
    }

    @Test
    void waitsLongerAndLongerWhenItIsNotTold() {
        answers(aResponse().withStatus(429));
        Provider provider = provider("attempts", "1", "maxWait", "1h");
        for (int i = 0; i < 5; i++) {
            assertThat(refusal(provider).kind()).isEqualTo(ErrorKind.RATE_LIMITED);
        }
        assertThat(slept).extracting(Duration::toSeconds).containsExactly(1L, 2L, 4L, 8L);
        answers(okJson("{}"));
        provider.call(call());
        answers(aResponse().withStatus(429));
        slept.clear();
        refusal(provider);
        refusal(provider);
        assertThat(slept).extracting(Duration::toSeconds).containsExactly(1L);
    }

    @Test
    void aUsedUpAllowanceIsNotTakenForAShortPause() {
        answers(aResponse().withStatus(402).withHeader("Retry-After", "1"), okJson("{}"));
        Provider provider = provider("stopFor", "15m");
        refusal(provider);
        assertThat(provider.state().pausedUntil()).isEqualTo(clock.instant().plus(Duration.ofMinutes(15)));
    }

    @Test
    void tellsHowOftenItAsked() {
        answers(aResponse().withStatus(503), okJson("{}"));
        assertThat(provider().call(call()).attempts()).isEqualTo(2);
        answers(aResponse().withStatus(503));
        assertThat(refusal(provider()).attempts()).isEqualTo(3);
    }

    @Test
    void nothingCanHaveBeenChargedWithoutAConnection() throws Exception {
        int closed;
        try (java.net.ServerSocket socket = new java.net.ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        Call paid = Call.post("http://localhost:" + closed + "/", "application/json", new byte[0]);
        Refusal unreachable =
                Refusal.in(catchThrowable(() -> provider().call(paid))).orElseThrow();
        assertThat(unreachable.mayBeCharged()).isFalse();
        answers(aResponse().withFault(Fault.EMPTY_RESPONSE));
        Call cut = Call.post(url(), "application/json", new byte[0]);
        assertThat(Refusal.in(catchThrowable(() -> providers.named("another").call(cut)))
                        .orElseThrow()
                        .mayBeCharged())
                .isTrue();
    }

    @Test
    void sendsNobodyWhileItIsToldToWaitForLong() {
        answers(aResponse().withStatus(429).withHeader("Retry-After", "3600"), okJson("{}"));
        Provider provider = provider();
        assertThat(refusal(provider).retryAfter()).contains(Duration.ofHours(1));
        assertThat(refusal(provider).kind()).isEqualTo(ErrorKind.RATE_LIMITED);
        sent(1);
        assertThat(provider.state().pausedUntil()).isEqualTo(clock.instant().plus(Duration.ofHours(1)));
        clock.advance(Duration.ofHours(1));
        assertThat(provider.call(call()).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 402})
    void leavesAProviderAloneThatTurnedUsAway(int status) {
        answers(aResponse().withStatus(status), okJson("{}"));
        Provider provider = provider();
        refusal(provider);
        assertThat(refusal(provider).getMessage()).contains("left alone until", "answered " + status);
        sent(1);
        provider.reset();
        assertThat(provider.call(call()).status()).isEqualTo(200);
    }

    @Test
    void heedsALongPauseAlsoInTheNextRun() {
        answers(aResponse().withStatus(429).withHeader("Retry-After", "3600"), okJson("{}"));
        refusal(provider());
        Provider nextRun = providers().declare("pexels", Map.of());
        assertThat(refusal(nextRun).retryAfter()).contains(Duration.ofHours(1));
        assertThat(providers().named("another").state().pausedUntil()).isNull();
        sent(1);
        nextRun.reset();
        assertThat(providers().named("pexels").call(call()).status()).isEqualTo(200);
    }

    @Test
    void givesANewKeyAChanceInTheNextRun() {
        answers(aResponse().withStatus(401), okJson("{}"));
        refusal(provider());
        assertThat(providers().named("pexels").call(call()).status()).isEqualTo(200);
    }

    @Test
    void waitsWhenTheHeadersSayThatNothingIsLeft() {
        answers(okJson("{}").withHeader("X-Left", "0").withHeader("X-Reset", "9"), okJson("{}"));
        Provider provider = provider("rateHeaders", "X-Left X-Reset seconds");
        provider.call(call());
        assertThat(slept).isEmpty();
        provider.call(call());
        assertThat(slept).containsExactly(Duration.ofMillis(9001));
    }

    @Test
    void neverExceedsItsDocumentedLimitInAnyWindow() {
        answers(okJson("{}"));
        Provider provider = provider("rates", "10/60s", "maxWait", "10m");
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            provider.call(call());
            times.add(clock.millis());
        }
        for (int i = 10; i < times.size(); i++) {
            assertThat(times.get(i) - times.get(i - 10)).isGreaterThanOrEqualTo(59_000);
        }
        assertThat(times.get(4)).isEqualTo(times.get(0)); // the first half at once
    }

    @Test
    void doesNotMakeACallerWaitTooLongForATurn() {
        answers(okJson("{}"));
        Provider provider = provider("rates", "2/hour", "maxWait", "5s");
        provider.call(call());
        assertThat(refusal(provider).kind()).isEqualTo(ErrorKind.RATE_LIMITED);
        assertThat(slept).isEmpty();
        sent(1);
    }

    @Test
    void paysForADeadProviderOnceInAWindow() {
        SERVER.stubFor(any(anyUrl()).willReturn(ok().withFixedDelay(10_000)));
        Provider provider = provider("breakerWindow", "60s");
        Call hasty = call().limits(Duration.ofMillis(150), Duration.ofSeconds(5), 1000);
        for (int project = 0; project < 50; project++) {
            assertThat(catchThrowable(() -> provider.call(hasty))).isInstanceOf(Failure.ExternalService.class);
        }
        assertThat(provider.state().calls()).isEqualTo(1);
        assertThat(provider.state().breaker()).isEqualTo("OPEN");
        clock.advance(Duration.ofSeconds(61));
        assertThat(catchThrowable(() -> provider.call(hasty))).isInstanceOf(Failure.ExternalService.class);
        assertThat(catchThrowable(() -> provider.call(hasty))).isInstanceOf(Failure.ExternalService.class);
        assertThat(provider.state().calls()).isEqualTo(2);
    }

    @Test
    void comesBackWhenTheProviderDoes() {
        SERVER.stubFor(any(anyUrl()).willReturn(ok().withFixedDelay(10_000)));
        Provider provider = provider("breakerWindow", "60s");
        Call hasty = call().limits(Duration.ofMillis(150), Duration.ofSeconds(5), 1000);
        assertThat(catchThrowable(() -> provider.call(hasty))).isNotNull();
        SERVER.stubFor(any(anyUrl()).willReturn(okJson("{}")));
        clock.advance(Duration.ofSeconds(61));
        assertThat(provider.call(call()).status()).isEqualTo(200);
        assertThat(provider.call(call()).status()).isEqualTo(200);
    }

    @Test
    void doesNotRepeatWhatMayHaveBeenDoneAndCharged() {
        answers(aResponse().withFault(Fault.EMPTY_RESPONSE), okJson("{}"));
        Call paid = Call.post(url(), "application/json", new byte[0]);
        assertThat(catchThrowable(() -> provider().call(paid))).isInstanceOf(Failure.ExternalService.class);
        sent(1);
    }

    @Test
    void repeatsAPaidCallThatWasPlainlyRefused() {
        answers(aResponse().withStatus(503), okJson("{}"));
        assertThat(provider()
                        .call(Call.post(url(), "application/json", new byte[0]))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void keepsToItsNumberOfCallsAtOnce() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CyclicBarrier pair = new CyclicBarrier(2); // opens only when two are inside together
        ExecutorService pool = Executors.newCachedThreadPool();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(pool);
        server.createContext("/", exchange -> {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            await(pair);
            inside.decrementAndGet();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        try {
            Provider provider = provider("concurrency", "2");
            Call call = Call.get("http://localhost:" + server.getAddress().getPort() + "/");
            CompletableFuture.allOf(IntStream.range(0, 8)
                            .mapToObj(i -> CompletableFuture.runAsync(() -> provider.call(call), pool))
                            .toArray(CompletableFuture[]::new))
                    .join();
        } finally {
            server.stop(0);
            pool.shutdownNow();
        }
        assertThat(most).hasValue(2);
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void fetchesFilesWithinTheSameLimitsButForgivesAMediaHost() {
        SERVER.stubFor(get("/gone.mp4").willReturn(aResponse().withStatus(403)));
        SERVER.stubFor(
                get("/a.png").willReturn(ok().withBody(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10})));
        Provider provider = provider();
        Download gone = Download.of(base() + "/gone.mp4", FileType.all(), 1000, Duration.ofSeconds(5));
        assertThat(Refusal.in(catchThrowable(() -> provider.download(gone, folder.resolve("x"))))
                        .orElseThrow()
                        .kind())
                .isEqualTo(ErrorKind.AUTH);
        Download picture = Download.of(base() + "/a.png", FileType.all(), 1000, Duration.ofSeconds(5));
        assertThat(provider.download(picture, folder.resolve("a.png")).type()).isEqualTo(FileType.PNG);
    }

    @Test
    void keepsWhatItKnowsWhenTheSameMannersAreDeclaredAgain() {
        Provider first = providers.declare("x", Map.of("concurrency", "2"));
        assertThat(providers.declare("x", Map.of("concurrency", "2"))).isSameAs(first);
        assertThat(providers.declare("x", Map.of("concurrency", "3"))).isNotSameAs(first);
        assertThatThrownBy(() -> providers.declare("x", Map.of("concurency", "3")))
                .isInstanceOf(Failure.Configuration.class)
                .hasMessageContaining("concurency");
        assertThatThrownBy(() -> providers.declare("x", Map.of("maxWait", "a while")))
                .isInstanceOf(Failure.Configuration.class)
                .hasMessageContaining("maxWait");
    }

    private Provider provider(String... manners) {
        Map<String, String> map = new HashMap<>();
        for (int i = 0; i < manners.length; i += 2) {
            map.put(manners[i], manners[i + 1]);
        }
        return providers.declare("pexels", map);
    }

    private Refusal refusal(Provider provider) {
        return Refusal.in(catchThrowable(() -> provider.call(call()))).orElseThrow();
    }

    /** One after the other; the last one for ever. */
    private static void answers(ResponseDefinitionBuilder... answers) {
        SERVER.resetScenarios();
        for (int i = 0; i < answers.length; i++) {
            SERVER.stubFor(any(anyUrl())
                    .inScenario("answers")
                    .whenScenarioStateIs(i == 0 ? STARTED : "answer " + i)
                    .willReturn(answers[i])
                    .willSetStateTo(i + 1 < answers.length ? "answer " + (i + 1) : i == 0 ? STARTED : "answer " + i));
        }
    }

    private static void sent(int times) {
        SERVER.verify(times, anyRequestedFor(anyUrl()));
    }

    private static Call call() {
        return Call.get(url()).header("Authorization", "s3cret");
    }

    private static String url() {
        return base() + "/v1/search?key=s3cret";
    }

    private static String base() {
        return "http://localhost:" + SERVER.getPort();
    }
}

package dev.viralvideo;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static dev.viralvideo.StandIn.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.viralvideo.audio.Speech;
import dev.viralvideo.audio.WordTiming;
import dev.viralvideo.costs.Price;
import dev.viralvideo.costs.PriceList;
import dev.viralvideo.costs.Unit;
import dev.viralvideo.costs.Usage;
import dev.viralvideo.failure.Failure;
import dev.viralvideo.helpers.Troubles;
import dev.viralvideo.pipeline.provider.ProviderFile;
import dev.viralvideo.script.Script;
import dev.viralvideo.script.Segment;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file in routes/script and routes/voice that is a provider, against a stand-in that behaves and misbehaves. */
class WordProvidersTest {
    private static final String KEY = ProviderRig.KEY;
    private static final Map<String, ResponseDefinitionBuilder> TROUBLES = troubles();

    @TempDir
    private static Path home;

    private static WireMockServer server;
    private static WireMockServer elsewhere;
    private static ProviderRig rig;

    @BeforeAll
    static void start() {
        server =
                new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));
        elsewhere =
                new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));
        server.start();
        elsewhere.start();
        Map<String, String> settings = new HashMap<>();
        Map<String, String> keys = new HashMap<>();
        routes().forEach(route -> {
            String name = route.substring(route.indexOf('-') + 1);
            settings.put("vvg.provider." + name + ".base", "http://127.0.0.1:" + server.port() + "/" + name);
            settings.put("vvg.provider." + name + ".enabled", "true");
            settings.put("vvg.provider." + name + ".rates", "10000/1s");
            Troubles.LIMITS.forEach((limit, value) -> settings.put("vvg.provider." + name + "." + limit, value));
            keys.put(name, KEY);
        });
        keys.put("openai", KEY);
        settings.put("vvg.http.contact", "tests@example.org");
        rig = ProviderRig.start(home, keys, settings);
    }

    @AfterAll
    static void stop() {
        rig.close();
        server.stop();
        elsewhere.stop();
    }

    @BeforeEach
    void forget() {
        server.resetAll();
        elsewhere.resetAll();
        rig.forget();
    }

    static Stream<String> routes() {
        return ProviderRig.routes("script", "voice");
    }

    @ParameterizedTest
    @MethodSource("routes")
    void does_its_work(String route) {
        serve(good(route));
        if (route.startsWith("script-")) {
            Script script = rig.write(route, StandIn.TOPIC);
            boolean facts = route.equals("script-wikipedia");
            assertThat(script.title()).isEqualTo(facts ? "3 Facts About Lighthouses" : "Keepers of Light");
            assertThat(script.segments())
                    .extracting(Segment::narration)
                    .anyMatch(text -> text.contains("Keepers carried oil up two hundred steps"));
            assertThat(script.writer()).isEqualTo(route.substring("script-".length()));
        } else {
            Speech speech = rig.speak(route, StandIn.NARRATION);
            assertThat(Path.of(speech.file())).isNotEmptyFile();
            assertThat(speech.words().stream().map(WordTiming::word).collect(Collectors.joining(" ")))
                    .isEqualTo(StandIn.NARRATION);
            assertThat(speech.words()).allMatch(word -> word.start() <= word.end() && word.end() <= speech.seconds());
            assertThat(speech.estimated())
                    .isEqualTo(!List.of("voice-elevenlabs", "voice-kokoro").contains(route));
        }
        assertThat(server.getAllServeEvents()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("routes")
    void is_not_asked_twice_for_the_same(String route) {
        serve(good(route));
        rig.ask(route);
        int asked = server.getAllServeEvents().size();
        rig.ask(route);
        assertThat(StandIn.asked(server)).isEqualTo(1);
        assertThat(asked).isLessThanOrEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "elevenlabs | {'voices':[{'voice_id':'v1','name':'Ada','category':'premade','labels':{'gender':'female'},"
                        + "'verified_languages':[{'language':'en'}]},{'voice_id':'v2','name':'Bo'}],'has_more':false}"
                        + "| elevenlabs:v1 en female Ada (premade), elevenlabs:v2 multi neutral Bo (voice)",
                "azure | [{'DisplayName':'Example','ShortName':'en-US-ExampleNeural','Gender':'Female','Locale':'en-US',"
                        + "'Status':'GA'},{'ShortName':'en-US-OldNeural','Status':'Deprecated'}]"
                        + "| azure:en-US-ExampleNeural en-US female Example",
                "kokoro | {'voices':[{'id':'bm_george','name':'bm_george'}]} | kokoro:bm_george en-GB male",
                "kokoro | {'voices':['af_heart']} | kokoro:af_heart en-US female",
                "piper | {'de_DE-thorsten-low':{'num_speakers':1,'language':{'code':'de_DE'}}}"
                        + "| piper:de_DE-thorsten-low de_DE neutral 1 speaker(s)"
            })
    void tells_all_its_voices(String provider, String list, String expected) {
        server.stubFor(get(urlPathMatching(".*/(voices|voices/list)")).willReturn(json(list.replace('\'', '"'))));
        assertThat(rig.running.engine().voices(provider).stream()
                        .map(voice -> (voice.name() + " " + voice.language() + " " + voice.gender() + " "
                                        + voice.description())
                                .strip())
                        .collect(Collectors.joining(", ")))
                .isEqualTo(expected);
    }

    @Test
    void a_server_that_would_speak_with_another_voice_is_not_asked_to() {
        serve(good("voice-piper"));
        assertThat(ProviderRig.failure(catchThrowable(() -> rig.speak("voice-piper:nobody", StandIn.NARRATION))))
                .hasMessageContaining("piper has no voice 'nobody'", "vvg voices piper");
        assertThat(server.findAll(postRequestedFor(anyUrl()))).isEmpty();
    }

    @Test
    void a_provider_without_a_list_says_so() {
        assertThatThrownBy(() -> rig.running.engine().voices("openai-speech"))
                .isInstanceOf(Failure.Validation.class)
                .hasMessageContaining("cannot be asked for its voices");
    }

    /** Without one, a budget would keep it from being asked at all. */
    @ParameterizedTest
    @MethodSource("routes")
    void what_it_charges_is_known(String route) {
        ProviderFile file = rig.running.providers().files.get(route);
        assumeTrue(file.flag("billing"));
        String model = file.has("model") ? file.text("model") : "*";
        Map<Unit, Long> units = route.startsWith("voice-")
                ? Map.of(Unit.CHARACTERS, 1000L)
                : Map.of(Unit.INPUT_TOKENS, 1000L, Unit.OUTPUT_TOKENS, 1000L);
        PriceList prices = PriceList.read(Path.of("config/prices.yaml"));
        assertThat(prices.cost(new Usage(file.provider(), model, units)).orElse(0))
                .as("%s %s", file.provider(), model)
                .isPositive();
    }

    @Test
    void every_price_is_some_providers() {
        List<String> billed = routes().map(
                        route -> rig.running.providers().files.get(route))
                .filter(file -> file.flag("billing"))
                .map(ProviderFile::provider)
                .toList();
        assertThat(PriceList.read(Path.of("config/prices.yaml")).prices())
                .extracting(Price::provider)
                .isSubsetOf(billed);
    }

    static Stream<Arguments> routesInTrouble() {
        return routes().flatMap(route -> TROUBLES.keySet().stream().map(trouble -> Arguments.of(route, trouble)));
    }

    @ParameterizedTest
    @MethodSource("routesInTrouble")
    void fails_in_an_orderly_way(String route, String trouble) {
        if (trouble.equals("redirect elsewhere")) {
            elsewhere.stubFor(
                    any(anyUrl()).willReturn(aResponse().withStatus(200).withBody("{}")));
            serve(aResponse().withStatus(307).withHeader("Location", "http://localhost:" + elsewhere.port() + "/x"));
        } else {
            serve(TROUBLES.get(trouble));
        }
        long start = System.nanoTime();
        Throwable problem = catchThrowable(() -> rig.ask(route));

        assertThat(problem).as("%s with %s", route, trouble).isNotNull();
        Failure failure = ProviderRig.failure(problem);
        assertThat(failure).isInstanceOf(Failure.ExternalService.class);
        assertThat(failure.getMessage())
                .doesNotContain(KEY)
                .contains(route.equals("script-wikipedia") ? "wiki" : route.substring(route.indexOf('-') + 1));
        assertThat(elsewhere.getAllServeEvents())
                .noneMatch(event -> event.getRequest().toString().contains("kEy-4711"));
        assertThat(System.nanoTime() - start).isLessThan(15_000_000_000L);
    }

    private static Map<String, ResponseDefinitionBuilder> troubles() {
        Map<String, ResponseDefinitionBuilder> troubles = Troubles.all();
        troubles.put(
                "the key told back",
                json("{\"detail\":{\"message\":\"bad " + KEY + "\"}}").withStatus(401));
        troubles.put("200 {}", json("{}"));
        troubles.put(
                "200 nulls",
                json(
                        "{\"choices\":[{\"message\":{\"content\":null}}],\"content\":null,\"candidates\":null,\"audio\":null,"
                                + "\"audio_base64\":null,\"alignment\":null,\"timestamps\":null}"));
        troubles.put("redirect elsewhere", null);
        return troubles;
    }

    private static ResponseDefinitionBuilder good(String route) {
        if (route.startsWith("script-")) {
            return json(StandIn.script(route, StandIn.draft().toString()));
        }
        Map.Entry<String, byte[]> voice = StandIn.voice(route);
        return aResponse().withHeader("Content-Type", voice.getKey()).withBody(voice.getValue());
    }

    private static void serve(ResponseDefinitionBuilder answer) {
        server.stubFor(any(anyUrl()).willReturn(answer));
        StandIn.serveLists(server);
    }
}

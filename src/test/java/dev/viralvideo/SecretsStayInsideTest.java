package dev.viralvideo;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.viralvideo.pipeline.Order;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.support.EventNotifierSupport;
import org.apache.camel.support.MessageHelper;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.WriterAppender;
import org.apache.logging.log4j.core.layout.PatternLayout;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys are used, well and badly; then everything that anybody could look at is searched for them. */
class SecretsStayInsideTest {
    private static final String KEY = Leaks.KEY;

    @TempDir
    private Path home;

    private final WireMockServer server =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));
    private final StringWriter log = new StringWriter();
    private final List<String> exchanges = new CopyOnWriteArrayList<>();
    private WriterAppender appender;
    private ProviderRig rig;

    @BeforeEach
    void start() throws Exception {
        server.start();
        rig = ProviderRig.start(
                home,
                Map.of("openai", KEY, "elevenlabs", KEY, "anthropic", KEY),
                Map.of(
                        "vvg.provider.openai.base", "http://127.0.0.1:" + server.port(),
                        "vvg.provider.anthropic.base", "http://127.0.0.1:" + server.port(),
                        "vvg.provider.elevenlabs.base", "http://127.0.0.1:" + server.port(),
                        "vvg.provider.openai.attempts", "1"));
        LoggerContext logging = (LoggerContext) LogManager.getContext(false);
        appender = WriterAppender.newBuilder()
                .setName("leaks")
                .setTarget(log)
                .setLayout(PatternLayout.newBuilder()
                        .withPattern("%p %c %m%n%throwable{full}%n")
                        .build())
                .build();
        appender.start();
        logging.getConfiguration().getRootLogger().addAppender(appender, Level.ALL, null);
        rig.running.camel().getCamelContext().getManagementStrategy().addEventNotifier(new EventNotifierSupport() {
            @Override
            public void notify(CamelEvent event) {
                if (event instanceof CamelEvent.ExchangeEvent about) {
                    exchanges.add(dump(about.getExchange()));
                }
            }
        });
    }

    @AfterEach
    void stop() {
        rig.close();
        server.stop();
    }

    @Test
    void no_key_is_anywhere_but_in_the_request() throws Exception {
        List<String> told = new ArrayList<>();
        server.stubFor(any(anyUrl())
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/json")
                        .withBody(
                                StandIn.script("script-openai", StandIn.draft().toString()))));
        told.add(rig.write("script-openai", StandIn.TOPIC).toString());
        assertThat(server.getAllServeEvents().get(0).getRequest().getHeader("Authorization"))
                .isEqualTo("Bearer " + KEY);

        // a server that tells the key back, in every way that servers have been seen to
        String echo =
                "{\"error\":{\"message\":\"Incorrect API key provided: " + KEY + "\",\"code\":\"invalid_api_key\"}}";
        for (String body : List.of(
                echo,
                KEY,
                URLEncoder.encode(KEY, StandardCharsets.UTF_8),
                Base64.getEncoder().encodeToString(("user:" + KEY).getBytes(StandardCharsets.UTF_8)))) {
            server.resetAll();
            server.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(401).withBody(body)));
            for (String route : List.of("script-openai", "script-anthropic")) {
                rig.resetProviders();
                Throwable problem = catchThrowable(() -> rig.write(route, "3 facts about " + body.hashCode()));
                told.add(stack(problem));
                LogManager.getLogger("dev.viralvideo.test").error("it failed: {}", KEY, problem);
            }
            rig.resetProviders();
            told.add(stack(catchThrowable(() -> rig.speak("voice-elevenlabs", StandIn.NARRATION))));
        }
        Order order = rig.order("the key is {key:openai} and {{key:openai}}");
        server.resetAll();
        server.stubFor(any(anyUrl())
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/json")
                        .withBody(
                                StandIn.script("script-openai", StandIn.draft().toString()))));
        rig.resetProviders();
        rig.running.camel().getCamelContext().createProducerTemplate().requestBody("direct:script-openai", order);
        assertThat(server.getAllServeEvents())
                .noneMatch(event -> event.getRequest().getBodyAsString().contains("L3aK"));

        CamelContext camel = rig.running.camel().getCamelContext();
        ((ModelCamelContext) camel).getRouteDefinitions().forEach(route -> {
            told.add(route.toString());
            told.add(String.valueOf(route.getTemplateParameters()));
            told.add(
                    rig.running.providers().files.has(route.getRouteId())
                            ? rig.running
                                    .providers()
                                    .files
                                    .get(route.getRouteId())
                                    .toString()
                            : "");
        });
        camel.getEndpoints().stream().map(Endpoint::getEndpointUri).forEach(told::add);
        told.add(camel.resolvePropertyPlaceholders("{{key:openai}}"));
        told.add(rig.running.providers().ledger.sums("2026-11").toString());
        told.add(log.toString());
        told.addAll(exchanges);

        assertThat(log.toString()).contains("it failed: ***");
        assertThat(exchanges).isNotEmpty();
        assertThat(told).allSatisfy(text -> assertThat(Leaks.in(text)).isEmpty());
        Leaks.assertNoneInFiles(home);
    }

    private static String dump(Exchange exchange) {
        return MessageHelper.dumpAsXml(exchange.getMessage(), true)
                + exchange.getVariables()
                + exchange.getAllProperties()
                + stack(exchange.getException())
                + MessageHelper.dumpMessageHistoryStacktrace(exchange, null, false);
    }

    private static String stack(Throwable problem) {
        StringWriter text = new StringWriter();
        if (problem != null) {
            problem.printStackTrace(new PrintWriter(text));
        }
        return text.toString();
    }
}

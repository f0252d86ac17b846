package dev.viralvideo.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.viralvideo.StubbedService;
import dev.viralvideo.intake.Request;
import dev.viralvideo.json.Json;
import dev.viralvideo.ops.user.Role;
import dev.viralvideo.ops.user.Users;
import dev.viralvideo.project.Project;
import dev.viralvideo.project.ProjectStatus;
import java.io.IOException;
import java.io.StringReader;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.management.MBeanParameterInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** An operator at the console of a running service, whose stages are quick stubs. */
class OperatingTest {
    private static final String PASSWORD = "a long password";
    private static final int FORBIDDEN = 403;

    @TempDir
    private static Path home;

    private static StubbedService service;
    private static Console admin;

    @BeforeAll
    static void start() throws Exception {
        Users users = new Users(home.resolve("data/users.json"));
        users.set("admin", Role.ADMIN, PASSWORD);
        restart();
    }

    private static void restart() throws Exception {
        if (service != null) {
            service.close();
        }
        service = StubbedService.at(home).serve();
        admin = new Console(service.service().url(WebPort.MANAGEMENT));
        assertThat(admin.login("admin", PASSWORD)).isEqualTo(200);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void aStoppedStageLetsProjectsWaitUntilItIsStartedAlsoOverARestart() throws Exception {
        admin.execute(route("video-take"), "stop()");
        await().until(() -> state("video-take").equals("Stopped"));

        Project project = service.engine().create(request("bees"), null);
        await().until(() -> waiting("video") == 1);
        restart();
        assertThat(state("video-take")).isEqualTo("Stopped");
        assertThat(waiting("video")).isEqualTo(1);
        assertThat(service.engine().project(project.id()).error()).isNull();

        admin.execute(route("video-take"), "start()");
        await().until(() -> service.engine().project(project.id()).status() == ProjectStatus.COMPLETED);
        restart();
        assertThat(state("video-take")).isEqualTo("Started");
    }

    @Test
    void aStoppedProviderIsNotAskedAndAStoppedIntakeLetsFilesWait() throws Exception {
        admin.execute(route("media-pexels"), "stop()");
        assertThat(state("media-pexels")).isEqualTo("Stopped");
        assertThat(service.camel()
                        .getRouteController()
                        .getRouteStatus("media-local")
                        .isStarted())
                .isTrue();

        admin.execute(bean("type=intake"), "pause");
        await().until(() -> !state("intake-folder").equals("Started"));
        await().until(() -> !state("intake-rest").equals("Started"));
        Path inbox = Files.createDirectories(home.resolve("inbox"));
        Files.writeString(inbox.resolve("topics.txt"), "honey bees\n");
        restart();
        assertThat(state("media-pexels")).isEqualTo("Stopped");
        assertThat(inbox.resolve("topics.txt")).exists();

        admin.execute(route("media-pexels"), "start()");
        admin.execute(bean("type=intake"), "resume");
        await().atMost(Duration.ofSeconds(20)).until(() -> !Files.exists(inbox.resolve("topics.txt")));
    }

    @Test
    void whatOthersCallInTheMiddleOfTheirWorkCannotBeStopped() throws Exception {
        JsonNode answer = admin.execute(route("media-source"), "stop()");

        assertThat(answer.at("/status").asInt()).isGreaterThanOrEqualTo(400);
        assertThat(answer.at("/error").asText()).contains("media-take");
        assertThat(state("media-source")).isEqualTo("Started");
    }

    @Test
    void whatIsAsGoodAsAShellIsRefusedForEverybody() throws Exception {
        String context = "org.apache.camel:context=" + management() + ",type=context,name=\"vvg\"";
        assertThat(forbidden(admin.execute(context, "sendBody(java.lang.String,java.lang.Object)", "exec:id", "x")))
                .isTrue();
        assertThat(forbidden(admin.execute(
                        "com.sun.management:type=HotSpotDiagnostic", "dumpHeap", home + "/heap.hprof", true)))
                .isTrue();
        assertThat(forbidden(admin.execute(route("media-local"), "updateRouteFromXml(java.lang.String)", "<route/>")))
                .isTrue();
        assertThat(forbidden(admin.execute(route("media-local"), "remove()"))).isTrue();
        assertThat(forbidden(admin.read("java.lang:type=Runtime", "SystemProperties")))
                .isTrue();
        assertThat(home.resolve("heap.hprof")).doesNotExist();
    }

    @Test
    void aViewerSeesButChangesNothing() throws Exception {
        new Users(home.resolve("data/users.json")).set("eve", Role.VIEWER, PASSWORD);
        Console eve = new Console(service.service().url(WebPort.MANAGEMENT));
        assertThat(eve.login("eve", PASSWORD)).isEqualTo(200);

        assertThat(eve.read(route("media-local"), "State").at("/value").asText())
                .isEqualTo("Started");
        assertThat(eve.read(bean("type=projects"), "Counts").at("/value").asText())
                .contains("QUEUED ");
        assertThat(forbidden(eve.execute(route("media-local"), "stop()"))).isTrue();
        assertThat(forbidden(eve.execute(bean("type=intake"), "pause"))).isTrue();
        assertThat(state("media-local")).isEqualTo("Started");

        new Users(home.resolve("data/users.json")).remove("eve");
        assertThat(eve.read(route("media-local"), "State").at("/status").asInt())
                .isEqualTo(FORBIDDEN);
    }

    @Test
    void nobodyGetsInWithoutAPasswordAndGuessingIsSlow() throws Exception {
        Console stranger = new Console(service.service().url(WebPort.MANAGEMENT));
        assertThat(stranger.read(route("media-local"), "State").at("/status").asInt())
                .isEqualTo(FORBIDDEN);
        for (int i = 0; i < 3; i++) {
            assertThat(stranger.login("admin", "guess number " + i)).isEqualTo(FORBIDDEN);
        }
        long start = System.nanoTime();
        assertThat(stranger.login("admin", "one more guess")).isEqualTo(FORBIDDEN);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(450));
        assertThat(stranger.login("admin", PASSWORD))
                .as("the operator is not locked out")
                .isEqualTo(200);
    }

    @Test
    void theSessionsCookieIsOnlyForThisSiteAndNotForScripts() throws Exception {
        assertThat(admin.post("/hawtio/auth/login", Map.of("username", "admin", "password", PASSWORD))
                        .headers()
                        .firstValue("Set-Cookie"))
                .get()
                .asString()
                .contains("HttpOnly", "SameSite=Strict", "Path=/hawtio");
    }

    @Test
    void workersLevelCacheAndProjectsAreChangedLive() throws Exception {
        admin.execute(bean("type=stage,name=audio"), "changeWorkers", 3);
        await().until(() -> admin.read(bean("type=stage,name=audio"), "Workers")
                                .at("/value")
                                .asInt()
                        == 3
                && state("audio-take").equals("Started"));
        assertThat(admin.execute(bean("type=stage,name=audio"), "changeWorkers", 0)
                        .at("/status")
                        .asInt())
                .isGreaterThanOrEqualTo(400);

        admin.execute(bean("type=log"), "changeLevel", "warn");
        assertThat(admin.read(bean("type=log"), "Level").at("/value").asText()).isEqualTo("warn");
        admin.execute(bean("type=log"), "changeLevel", "info");

        assertThat(admin.execute(bean("type=cache"), "clear", "*").at("/status").asInt())
                .isEqualTo(200);

        admin.execute(route("video-take"), "stop()");
        Project project = service.engine().create(request("bees"), null);
        await().until(() -> waiting("video") == 1);
        assertThat(admin.execute(bean("type=projects"), "cancel", project.id())
                        .at("/value")
                        .asText())
                .isEqualTo("CANCELLED");
        admin.execute(route("video-take"), "start()");
        assertThat(admin.read(bean("type=dead-letters"), "Waiting").at("/value").asInt())
                .isZero();
    }

    @Test
    void healthNamesEveryPartAndMetricsCountWhatWasDone() throws Exception {
        Project project = service.engine().create(request("bees"), null);
        await().until(() -> service.engine().project(project.id()).status() == ProjectStatus.COMPLETED);

        assertThat(admin.get("/health/live").statusCode()).isEqualTo(200);
        assertThat(admin.get("/health/ready").statusCode()).isEqualTo(200);
        await("the voice is loaded").atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            JsonNode health = Json.MAPPER.readTree(admin.get("/health").body());
            assertThat(health.at("/parts").findValuesAsText("name"))
                    .contains("database", "disk", "ffmpeg", "voice", "intake", "outbox", "routes", "dead-letters");
            assertThat(health.at("/status").asText()).as(health.toString()).isEqualTo("UP");
        });
        await().untilAsserted(() -> assertThat(admin.get("/metrics").body())
                .containsPattern("vvg_projects_ended_total\\{outcome=\"completed\"} [1-9]")
                .containsPattern("vvg_stage_seconds_count\\{outcome=\"done\",stage=\"video\"} [1-9]")
                .contains("vvg_queue_depth{stage=\"script\"} 0.0")
                .contains("vvg_cache_requests_total{result=\"hit\",tier=\"memory\"}")
                .contains("vvg_dead_letters 0.0", "vvg_disk_free_bytes", "vvg_ffmpeg_running 0.0"));
    }

    /** A counter that appears with its first event hides that event from every increase over time. */
    @Test
    void countersAreThereBeforeAnythingHappens() throws Exception {
        assertThat(admin.get("/metrics").body())
                .contains(
                        "vvg_projects_ended_total{outcome=\"failed\"}",
                        "vvg_projects_ended_total{outcome=\"cancelled\"}",
                        "vvg_retries_total{stage=\"video\"}",
                        "vvg_stage_seconds_count{outcome=\"dropped\",stage=\"audio\"}",
                        "vvg_provider_seconds_count{kind=\"media\",outcome=\"failed\",provider=\"local\"}");
    }

    @Test
    void everyMetricOfTheDashboardIsThereAndDocumented() throws Exception {
        String guide = Files.readString(Path.of("docs/guides/monitoring.md"));
        String dashboard = Files.readString(Path.of("docs/guides/grafana.json"));
        String metrics = admin.get("/metrics").body();
        Set<String> onlyOfCalls = Set.of("vvg_provider_failures_total", "vvg_provider_open", "vvg_cost_month");

        assertThat(Pattern.compile("\\b(vvg|jvm|process)_[a-z_]+")
                        .matcher(dashboard)
                        .results()
                        .map(MatchResult::group))
                .hasSizeGreaterThan(10)
                .allSatisfy(name -> {
                    String family = name.replaceFirst("_(bucket|count)$", "");
                    assertThat(guide).contains(family.startsWith("vvg_") ? family : family.split("_")[0] + "_…");
                    assertThat(onlyOfCalls.contains(name) || metrics.contains("\n" + name))
                            .as(name)
                            .isTrue();
                });
    }

    @Test
    void everyRouteIsGroupedAndDescribed() {
        assertThat(service.camel().getRoutes())
                .filteredOn(route -> !route.getId().startsWith("stub-"))
                .isNotEmpty()
                .allSatisfy(route -> {
                    assertThat(route.getGroup()).as(route.getId()).isNotBlank();
                    assertThat(route.getDescription()).as(route.getId()).isNotBlank();
                });
    }

    /** Hawtio draws no route at all when one begins with something else than where it takes from. */
    @Test
    void everyRouteBeginsWithWhereItTakesFromAndNamesItsProvider() throws Exception {
        String context = "org.apache.camel:context=" + management() + ",type=context,name=\"vvg\"";
        String xml = admin.execute(context, "dumpRoutesAsXml()").at("/value").asText();
        NodeList routes = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)))
                .getElementsByTagName("route");

        assertThat(routes.getLength()).isEqualTo(service.camel().getRoutesSize());
        for (int i = 0; i < routes.getLength(); i++) {
            NodeList steps = ((Element) routes.item(i)).getElementsByTagName("*");
            assertThat(steps.item(0).getNodeName())
                    .as(((Element) routes.item(i)).getAttribute("id"))
                    .isEqualTo("from");
        }
        assertThat(xml).contains("direct:media-pexels").doesNotContain("{{name}}");
    }

    /** Two of one signature make Hawtio unsure of every right, and then it offers neither stop nor start. */
    @Test
    void noOperationOfARouteIsThereTwice() throws Exception {
        MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
        for (ObjectName bean : beans.queryNames(new ObjectName(route("*")), null)) {
            List<String> signatures = Arrays.stream(beans.getMBeanInfo(bean).getOperations())
                    .map(operation -> operation.getName()
                            + Arrays.stream(operation.getSignature())
                                    .map(MBeanParameterInfo::getType)
                                    .toList())
                    .toList();
            assertThat(signatures).as(bean.toString()).doesNotHaveDuplicates();
        }
    }

    private static boolean forbidden(JsonNode answer) {
        return answer.at("/status").asInt() == FORBIDDEN;
    }

    private static Request request(String topic) {
        return Json.read("{\"topic\":\"" + topic + "\",\"points\":[\"One.\"]}", Request.class);
    }

    private static long waiting(String stage) throws IOException, InterruptedException {
        return admin.read(bean("type=stage,name=" + stage), "Waiting")
                .at("/value")
                .asLong();
    }

    private static String state(String route) throws IOException, InterruptedException {
        return admin.read(route(route), "State").at("/value").asText();
    }

    private static String management() {
        return service.camel().getManagementName();
    }

    private static String bean(String properties) {
        return "dev.viralvideo:context=" + management() + "," + properties;
    }

    private static String route(String id) {
        return "org.apache.camel:context=" + management() + ",type=routes,name=\"" + id + "\"";
    }
}

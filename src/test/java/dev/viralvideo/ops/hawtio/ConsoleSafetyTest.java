package dev.viralvideo.ops.hawtio;

import static dev.viralvideo.ops.hawtio.RunningConsole.routeBean;
import static dev.viralvideo.ops.hawtio.RunningConsole.state;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.viralvideo.ops.Console;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody who must not steer the service tries, and is refused. */
class ConsoleSafetyTest {
    private static final Map<String, String> READ = Map.of("type", "read", "mbean", "java.lang:type=Memory");
    private static RunningConsole console;

    @BeforeAll
    static void start(@TempDir Path home) {
        console = RunningConsole.at(home);
    }

    @AfterAll
    static void stop() {
        console.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"evil.example", "evil.example:8080", "localhost.evil.example", "127.0.0.1.evil.example", "0"})
    void a_name_that_is_not_ours_is_refused(String host) throws Exception {
        assertThat(console.raw("GET /hawtio/ HTTP/1.1", "Host: " + host)).contains(" 421 ");
        assertThat(console.raw("GET /health/live HTTP/1.1", "Host: " + host)).contains(" 421 ");
    }

    @Test
    void our_own_names_are_served() throws Exception {
        for (String name : new String[] {"localhost", "127.0.0.1", "LOCALHOST"}) {
            assertThat(console.raw("GET /health/live HTTP/1.1", "Host: " + name + ":" + console.port()))
                    .contains(" 200 ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://evil.example", "null", "http://localhost:1", "file://"})
    void a_page_of_another_origin_is_refused_even_with_a_session(String origin) throws Exception {
        HttpResponse<String> answer = console.admin().post("/hawtio/jolokia/", READ, "Origin", origin);

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void without_a_session_nothing_is_told() throws Exception {
        HttpResponse<String> answer = console.stranger().post("/hawtio/jolokia/", READ);

        assertThat(answer.statusCode()).isIn(401, 403);
        assertThat(answer.body()).doesNotContain("HeapMemoryUsage");
    }

    @Test
    void a_wrong_password_or_an_unknown_name_opens_nothing() throws Exception {
        Console guesser = console.stranger();

        assertThat(guesser.login("admin", "guess")).isIn(401, 403);
        assertThat(guesser.login("nobody", "guess")).isIn(401, 403);
        assertThat(guesser.post("/hawtio/jolokia/", READ).statusCode()).isIn(401, 403);
    }

    @Test
    void no_script_and_no_other_site_gets_the_session() throws Exception {
        HttpResponse<String> answer = console.stranger()
                .post("/hawtio/auth/login", Map.of("username", "admin", "password", console.adminPassword()));

        assertThat(answer.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie).contains("HttpOnly").contains("SameSite=Strict"));
    }

    @Test
    void a_viewer_sees_routes_but_cannot_stop_one() throws Exception {
        Console viewer = console.viewer();
        String bean = routeBean("media-local").toString();

        assertThat(viewer.execute(bean, "dumpRouteAsXml()").path("value").asText())
                .contains("media-local");
        assertThat(viewer.execute(bean, "stop()").path("status").asInt()).isEqualTo(403);
        assertThat(state("media-local")).isEqualTo("Started");
    }

    @Test
    void an_admin_stops_and_starts_a_route() throws Exception {
        Console admin = console.admin();
        String bean = routeBean("media-openverse").toString();

        assertThat(admin.execute(bean, "stop()").path("status").asInt()).isEqualTo(200);
        assertThat(state("media-openverse")).isEqualTo("Stopped");
        assertThat(admin.execute(bean, "start()").path("status").asInt()).isEqualTo(200);
        assertThat(state("media-openverse")).isEqualTo("Started");
    }

    @Test
    void not_even_an_admin_sends_messages_replaces_routes_or_dumps_the_heap(@TempDir Path folder) throws Exception {
        Console admin = console.admin();
        String context = "org.apache.camel:context=vvg,type=context,name=\"vvg\"";
        Path dump = folder.resolve("heap.hprof");

        refused(admin.execute(context, "sendBody(java.lang.String,java.lang.Object)", "exec:id", "x"));
        refused(admin.execute(context, "stop()"));
        refused(admin.execute(routeBean("media-local").toString(), "updateRouteFromXml(java.lang.String)", "<route/>"));
        refused(admin.execute("com.sun.management:type=HotSpotDiagnostic", "dumpHeap", dump.toString(), true));
        refused(admin.execute("com.sun.management:type=DiagnosticCommand", "vmSystemProperties"));

        assertThat(Files.exists(dump)).isFalse();
        assertThat(state("media-local")).isEqualTo("Started");
    }

    @Test
    void environment_and_system_properties_are_not_told() throws Exception {
        JsonNode answer = console.admin().read("java.lang:type=Runtime", "SystemProperties");

        assertThat(answer.toString()).doesNotContain("user.home");
        refused(answer);
    }

    @Test
    void a_user_who_is_removed_is_out_at_once() throws Exception {
        Console viewer = console.viewer();
        var eve = console.users().find("eve").orElseThrow();
        console.users().remove("eve");
        try {
            String bean = routeBean("media-local").toString();
            assertThat(viewer.execute(bean, "dumpRouteAsXml()").path("value").asText())
                    .isEmpty();
        } finally {
            console.users().set(eve.name(), eve.role(), RunningConsole.VIEWER_PASSWORD);
        }
    }

    private static void refused(JsonNode answer) {
        assertThat(answer.path("status").asInt()).as(answer.toString()).isEqualTo(403);
    }
}

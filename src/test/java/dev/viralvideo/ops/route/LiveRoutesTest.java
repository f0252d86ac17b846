package dev.viralvideo.ops.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.viralvideo.failure.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.camel.ServiceStatus;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of routes that come, change, break and go while everything else runs on. */
class LiveRoutesTest {
    @TempDir
    private Path folder;

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private LiveRoutes files;

    @BeforeEach
    void start() throws Exception {
        camel.disableJMX();
        Path templates = Files.createDirectories(folder.resolve("templates"));
        String template =
                """
                - routeTemplate:
                    id: says
                    parameters:
                      - {name: name}
                      - {name: word}
                    from:
                      uri: direct:media-{{name}}
                      steps:
                        - setBody:
                            simple: "{{word}}"
                """;
        Files.writeString(templates.resolve("says.camel.yaml"), template);
        PluginHelper.getRoutesLoader(camel).loadRoutes(ResourceHelper.fromString("says.camel.yaml", template));
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:media-take").routeId("media-take").setBody(constant("spine"));
            }
        });
        camel.start();
        Path media = Files.createDirectories(folder.resolve("media"));
        files = new LiveRoutes(camel, List.of(media, folder.resolve("none")), templates, route -> {
            if (route.endsWith("useless")) {
                throw new Failure.Configuration("BAD_MAPPING", "its mapping is none");
            }
        });
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    @Test
    void a_new_file_joins() throws IOException {
        write("one", says("one", "hello"));

        settle();

        assertThat(ask("one")).isEqualTo("hello");
    }

    @Test
    void a_changed_file_replaces_its_route_and_touches_no_other() throws IOException {
        write("one", says("one", "hello"));
        write("two", says("two", "untouched"));
        settle();
        var two = camel.getRoute("media-two");

        write("one", says("one", "changed"));
        settle();

        assertThat(ask("one")).isEqualTo("changed");
        assertThat(camel.getRoute("media-two")).isSameAs(two);
    }

    @Test
    void a_plain_route_is_replaced_like_a_templated_one() throws IOException {
        write("one", plain("media-one", "hello"));
        settle();
        write("one", plain("media-one", "changed"));
        settle();

        assertThat(ask("one")).isEqualTo("changed");
    }

    @Test
    void a_file_that_is_still_being_written_is_not_read() throws IOException {
        write("one", says("one", "hello"));
        settle();

        for (int part = 0; part < 5; part++) {
            write("one", says("one", "half" + "f".repeat(part)));
            files.look();
            assertThat(ask("one")).isEqualTo("hello");
        }
    }

    @Test
    void a_file_that_is_no_yaml_leaves_the_very_same_route_running_and_is_told() throws IOException {
        write("one", says("one", "hello"));
        settle();
        var before = camel.getRoute("media-one");

        write("one", "- templatedRoute: [broken");
        settle();

        assertThat(camel.getRoute("media-one")).isSameAs(before);
        assertThat(ask("one")).isEqualTo("hello");
        assertThat(files.problems()).singleElement().asString().contains("one.camel.yaml", "line");
    }

    @Test
    void a_file_that_lacks_a_parameter_or_has_an_unknown_step_leaves_the_very_same_route_running() throws IOException {
        write("one", says("one", "hello"));
        settle();
        var before = camel.getRoute("media-one");

        write("one", says("one", "hello").replace("word", "wrod"));
        settle();
        assertThat(files.problems()).singleElement().asString().contains("one.camel.yaml", "word");

        write("one", plain("media-one", "x").replace("setBody", "setBodyy"));
        settle();
        assertThat(files.problems()).singleElement().asString().contains("one.camel.yaml", "setBodyy");
        assertThat(camel.getRoute("media-one")).isSameAs(before);
    }

    @Test
    void what_only_shows_when_the_new_route_starts_brings_the_old_one_back() throws IOException {
        write("one", says("one", "hello"));
        settle();

        write("one", plain("media-one", "x").replace("direct:media-one", "nosuchcomponent:x"));
        settle();

        assertThat(files.problems()).singleElement().asString().contains("one.camel.yaml", "nosuchcomponent");
        assertThat(ask("one")).isEqualTo("hello");
        assertThat(camel.getRouteController().getRouteStatus("media-one")).isEqualTo(ServiceStatus.Started);
    }

    @Test
    void a_provider_that_cannot_be_used_is_refused_when_it_is_loaded() throws IOException {
        write("useless", says("useless", "hello"));
        settle();

        assertThat(camel.getRoute("media-useless")).isNull();
        assertThat(files.problems()).singleElement().asString().contains("useless.camel.yaml", "its mapping is none");
    }

    @Test
    void a_mended_file_is_loaded_and_told_no_more() throws IOException {
        write("one", "nonsense");
        settle();
        write("one", says("one", "hello"));
        settle();

        assertThat(ask("one")).isEqualTo("hello");
        assertThat(files.problems()).isEmpty();
    }

    @Test
    void a_broken_version_that_is_taken_back_leaves_no_trace() throws IOException {
        write("one", says("one", "hello"));
        settle();
        var before = camel.getRoute("media-one");
        write("one", "nonsense");
        settle();
        write("one", says("one", "hello"));
        settle();

        assertThat(camel.getRoute("media-one")).isSameAs(before);
        assertThat(files.problems()).isEmpty();
    }

    @Test
    void a_deleted_file_takes_its_route_with_it() throws IOException {
        Path file = write("one", says("one", "hello"));
        settle();

        Files.delete(file);
        files.look();

        assertThat(camel.getRoute("media-one")).isNull();
        assertThat(files.files()).isZero();
    }

    @Test
    void nobody_takes_the_place_of_a_route_of_the_pipeline_or_of_another_file() throws IOException {
        write("one", says("one", "hello"));
        settle();

        write("thief", plain("media-take", "stolen"));
        write("twin", says("one", "stolen"));
        settle();

        assertThat(ask("take")).isEqualTo("spine");
        assertThat(ask("one")).isEqualTo("hello");
        assertThat(files.problems()).hasSize(2).allMatch(problem -> problem.contains("there is a route"));
    }

    @Test
    void what_is_part_of_many_routes_waits_for_the_next_start() throws IOException {
        write("beans", "- beans:\n  - {name: x, type: java.util.ArrayList}\n");
        settle();

        assertThat(camel.getRegistry().lookupByName("x")).isNull();
        assertThat(files.problems()).singleElement().asString().contains("beans.camel.yaml", "at the start");
    }

    @Test
    void hidden_files_and_other_endings_are_left_alone() throws IOException {
        write(".one", says("one", "hello"));
        Files.writeString(folder.resolve("media/notes.yaml"), says("one", "hello"));
        settle();

        assertThat(files.files()).isZero();
        assertThat(files.problems()).isEmpty();
    }

    /** A file counts when two looks saw the same. */
    private void settle() {
        files.look();
        files.look();
    }

    private String ask(String name) {
        return camel.createProducerTemplate().requestBody("direct:media-" + name, "", String.class);
    }

    private Path write(String name, String text) throws IOException {
        Path media = Files.createDirectories(folder.resolve("media"));
        return Files.writeString(media.resolve(name + ".camel.yaml"), text);
    }

    private static String says(String name, String word) {
        return """
                - templatedRoute:
                    routeTemplateRef: says
                    routeId: media-%s
                    parameters:
                      - {name: name, value: %s}
                      - {name: word, value: %s}
                """
                .formatted(name, name, word);
    }

    private static String plain(String id, String word) {
        return """
                - route:
                    id: %s
                    from:
                      uri: direct:%s
                      steps:
                        - setBody:
                            constant: %s
                """
                .formatted(id, id, word);
    }
}

package dev.viralvideo.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.support.PluginHelper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Walks routes/: a new file is tested without new code. */
class RouteFilesTest {
    private static final Path ROUTES = Path.of("routes");
    private static final YAMLMapper YAML = new YAMLMapper();

    static Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(ROUTES)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void aFileIsFoundByItsEnding(Path file) {
        assertThat(file.toString()).endsWith(".camel.yaml");
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyRouteSaysWhatItIsToThoseWhoOperateIt(Path file) throws IOException {
        for (JsonNode entry : YAML.readTree(file.toFile())) {
            JsonNode route =
                    entry.has("routeTemplate") ? entry.path("routeTemplate").path("route") : entry.path("route");
            if (!route.isMissingNode()) {
                assertThat(route.path("group").asText()).as("group").isNotBlank();
                assertThat(route.path("description").asText()).as("description").isNotBlank();
            }
        }
        assertThat(ids(file)).as("ids").allSatisfy(id -> assertThat(id).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("files")
    void aPluginIsCalledAsItsFolderAndFileSay(Path file) throws IOException {
        String folder = file.getParent().getFileName().toString();
        if (List.of("media", "music", "script", "voice").contains(folder)) {
            String name = file.getFileName().toString().replace(".camel.yaml", "");
            assertThat(ids(file)).containsExactly(folder + "-" + name);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyFileLoadsWithoutTheOthers(Path file) throws Exception {
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            // an instance of a template is nothing without it
            for (Path template : templates()) {
                load(camel, template);
            }
            if (!isTemplate(file)) {
                load(camel, file);
            }
            assertThat(camel.getRouteDefinitions())
                    .extracting(RouteDefinition::getRouteId)
                    .containsAll(ids(file));
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void noOtherFileHasTheSameIds(Path file) throws IOException {
        List<String> own = ids(file);
        for (Path other : files().filter(other -> !other.equals(file)).toList()) {
            assertThat(ids(other)).as(other.toString()).noneMatch(own::contains);
        }
    }

    private static void load(DefaultCamelContext camel, Path file) throws Exception {
        PluginHelper.getRoutesLoader(camel)
                .loadRoutes(PluginHelper.getResourceLoader(camel).resolveResource("file:" + file.toAbsolutePath()));
    }

    private static List<Path> templates() throws IOException {
        return files().filter(RouteFilesTest::isTemplate).toList();
    }

    private static boolean isTemplate(Path file) {
        return file.getParent().endsWith("templates");
    }

    private static List<String> ids(Path file) throws IOException {
        List<String> ids = new ArrayList<>();
        for (JsonNode entry : YAML.readTree(file.toFile())) {
            if (entry.has("route")) {
                ids.add(entry.path("route").path("id").asText());
            }
            if (entry.has("templatedRoute")) {
                ids.add(entry.path("templatedRoute").path("routeId").asText());
            }
        }
        return ids;
    }
}

package dev.viralvideo.ops.route;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.PropertiesSource;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.DefaultRegistry;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** Builds the routes of a file in a context of its own, in which nothing runs: what fails there would have failed here. */
final class Rehearsal {
    private final CamelContext camel;
    private final Path templates;

    /** @param templates the folder of the route templates */
    Rehearsal(CamelContext camel, Path templates) {
        this.camel = camel;
        this.templates = templates;
    }

    /** @throws Exception what Camel says of the file */
    void of(RouteFile file) throws Exception {
        try (DefaultCamelContext stage = new DefaultCamelContext(new DefaultRegistry(camel.getRegistry()))) {
            stage.disableJMX();
            stage.setAutoStartup(false);
            stage.getPropertiesComponent().addPropertiesSource(new Properties(camel));
            stage.start();
            for (Path template : templates()) {
                load(stage, ResourceHelper.fromString(template.toString(), Files.readString(template)));
            }
            load(stage, ResourceHelper.fromString(file.path().toString(), file.text()));
        }
    }

    static void load(CamelContext camel, Resource resource) throws Exception {
        PluginHelper.getRoutesLoader(camel).loadRoutes(resource);
    }

    private List<Path> templates() throws IOException {
        try (var files = Files.list(templates)) {
            return files.filter(file -> file.toString().endsWith(LiveRoutes.ENDING))
                    .toList();
        }
    }

    /** What placeholders stand for is the running context's business. */
    private record Properties(CamelContext camel) implements PropertiesSource {
        @Override
        public String getName() {
            return "running";
        }

        @Override
        public String getProperty(String name) {
            return camel.getPropertiesComponent().resolveProperty(name).orElse(null);
        }
    }
}

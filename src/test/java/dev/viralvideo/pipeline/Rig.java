package dev.viralvideo.pipeline;

import static org.apache.camel.builder.Builder.body;

import dev.viralvideo.Wiring;
import dev.viralvideo.config.Settings;
import dev.viralvideo.intake.Request;
import dev.viralvideo.project.Project;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.model.BeanDefinition;
import org.apache.camel.processor.aggregate.GroupedBodyAggregationStrategy;

/** The whole pipeline as the command wires it; only what its routes lead to is replaced by {@link Ends}. */
final class Rig implements AutoCloseable {
    private static final Map<String, String> SETTINGS = Map.of("vvg.online", "false", "vvg.retry.delay", "40");

    final Ends ends;
    final Engine engine;
    final CamelContext camel;

    Rig(Path home) throws Exception {
        Settings settings = Settings.load(Path.of("").toAbsolutePath(), home, Map.of(), SETTINGS);
        ends = new Ends(
                Files.writeString(home.resolve("x.png"), "a picture"),
                Files.writeString(home.resolve("mix.m4a"), "a sound"));
        engine = Wiring.command(settings);
        camel = engine.context();
        camel.getRegistry().bind("ends", ends);
        replaceEnds();
    }

    private void replaceEnds() throws Exception {
        for (String plugin : List.of("media-local", "voice-marytts")) {
            String method = plugin.startsWith("media") ? "search" : "speak";
            AdviceWith.adviceWith(camel, plugin, route -> route.weaveByType(BeanDefinition.class)
                    .replace()
                    .bean("ends", method));
        }
        AdviceWith.adviceWith(camel, "ffmpeg-exec", route -> route.weaveById("to-ffmpeg")
                .replace()
                .bean("ends", "ffmpeg"));
        AdviceWith.adviceWith(camel, "media-take", route -> route.weaveByToUri("direct:media-source")
                .replace()
                .bean("shotList", "of")
                .split(body(), new GroupedBodyAggregationStrategy())
                .stopOnException()
                .to("direct:media-search")
                .end()
                .bean("ends", "pictures"));
        AdviceWith.adviceWith(camel, "audio-take", route -> route.weaveByToUri("direct:audio-mix")
                .replace()
                .to("direct:ffmpeg")
                .bean("ends", "tracks"));
        AdviceWith.adviceWith(camel, "video-take", route -> route.weaveByToUri("direct:video-render")
                .replace()
                .bean("ends", "render"));
        AdviceWith.adviceWith(camel, "video-check", route -> {
            route.weaveByToUri("direct:video-measure").replace().bean("ends", "measure");
            route.weaveByToUri("direct:video-thumbnail").replace().bean("ends", "thumbnail");
        });
        AdviceWith.adviceWith(camel, "video-publish", route -> route.weaveByType(BeanDefinition.class)
                .replace()
                .bean("ends", "publish"));
    }

    /** Two sentences of the user's own, for which no writer is needed. */
    String submit() {
        List<String> script = List.of("Bees dance to tell where flowers are.", "Honey never spoils in a closed jar.");
        Request request = new Request(
                "Bees", "facts", null, null, null, null, "none", "none", List.of(), script, List.of(), null, null, 1L);
        return engine.create(request, null).id();
    }

    Project project(String id) {
        return engine.project(id);
    }

    boolean ended(String id) {
        return project(id).status().terminal();
    }

    @Override
    public void close() {
        engine.close();
    }
}

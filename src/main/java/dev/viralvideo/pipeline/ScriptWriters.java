package dev.viralvideo.pipeline;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.script.Script;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the script writers in their configured order until one has a script; who could not is told in the report. */
public final class ScriptWriters {
    private static final Logger LOG = LoggerFactory.getLogger(ScriptWriters.class);

    private final Plugins plugins;
    private final ProducerTemplate template;
    private final List<String> order;

    public ScriptWriters(Plugins plugins, ProducerTemplate template, List<String> order) {
        this.plugins = plugins;
        this.template = template;
        this.order = List.copyOf(order);
    }

    public Script write(Order task) {
        List<String> degradations = new ArrayList<>();
        for (String writer : order) {
            String endpoint = plugins.endpoint("script-" + writer);
            if (endpoint == null) {
                degradations.add("the script writer '" + writer + "' is not running");
                continue;
            }
            try {
                if (template.requestBody(endpoint, task) instanceof Script script) {
                    return script.degraded(degradations);
                }
            } catch (CamelExecutionException e) {
                Failure failure = Failures.of(e);
                if (!(failure instanceof Failure.ExternalService)) {
                    throw failure;
                }
                LOG.warn("script writer {}: {}", writer, failure.getMessage());
                degradations.add("the script writer '" + writer + "' failed: " + failure.getMessage());
            }
        }
        throw new Failure.Configuration(
                "NO_SCRIPT_WRITER",
                "no script writer could write about this (" + String.join("; ", degradations)
                        + "); give --points FILE, or check vvg.script.writers");
    }
}

package dev.viralvideo.pipeline;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.pipeline.provider.ProviderFile;
import dev.viralvideo.pipeline.provider.ProviderFiles;
import dev.viralvideo.pipeline.provider.Readiness;
import dev.viralvideo.script.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the script writers in order until one has a script; who could not is told in the report. Without an order of the
 * operator's: the user's own words, then every provider that is ready, then WordNet.
 */
public final class ScriptWriters {
    private static final Logger LOG = LoggerFactory.getLogger(ScriptWriters.class);
    private static final String GROUP = "script-writer";
    private static final String OWN = "script-own";
    private static final String WORDNET = "script-wordnet";

    private final Plugins plugins;
    private final ProviderFiles files;
    private final Readiness readiness;
    private final ProducerTemplate template;
    private final List<String> named;

    /** @param named route ids without their prefix; empty for the usual order */
    public ScriptWriters(
            Plugins plugins, ProviderFiles files, Readiness readiness, ProducerTemplate template, List<String> named) {
        this.plugins = plugins;
        this.files = files;
        this.readiness = readiness;
        this.template = template;
        this.named = List.copyOf(named);
    }

    public Script write(Order task) {
        List<String> degradations = new ArrayList<>();
        List<Failure> providers = new ArrayList<>();
        for (String route : order(degradations)) {
            boolean provider = files.has(route);
            Optional<String> obstacle = provider ? readiness.obstacle(files.get(route)) : Optional.empty();
            if (obstacle.isPresent()) {
                degradations.add("the script writer '" + name(route) + "' was not asked: " + obstacle.get());
                continue;
            }
            try {
                if (template.requestBody(plugins.endpoint(route), task) instanceof Script script) {
                    return script.degraded(degradations);
                }
            } catch (CamelExecutionException e) {
                Failure failure = Failures.of(e);
                if (!provider && !(failure instanceof Failure.ExternalService)) {
                    throw with(failure, providers);
                }
                LOG.warn("{}: {}", route, failure.getMessage());
                degradations.add("the script writer '" + name(route) + "' failed: " + failure.getMessage());
                providers.add(failure);
            }
        }
        throw new Failure.Configuration(
                "NO_SCRIPT_WRITER",
                "no script writer could write about this (" + String.join("; ", degradations)
                        + "); give --points FILE, or check vvg.script.writers");
    }

    private List<String> order(List<String> degradations) {
        List<String> routes = new ArrayList<>();
        if (named.isEmpty()) {
            routes.add(OWN);
            files.ofGroup(GROUP).stream()
                    .filter(readiness::wanted)
                    .map(ProviderFile::route)
                    .forEach(routes::add);
            plugins.ids(GROUP).stream()
                    .filter(route -> !files.has(route) && !route.equals(OWN) && !route.equals(WORDNET))
                    .forEach(routes::add);
            routes.add(WORDNET);
            routes.removeIf(route -> plugins.endpoint(route) == null);
            return routes;
        }
        for (String name : named) {
            String route = "script-" + name;
            if (plugins.endpoint(route) == null) {
                degradations.add("the script writer '" + name + "' is not running");
            } else {
                routes.add(route);
            }
        }
        return routes;
    }

    /**
     * Our own writer comes last, but what the user wants to hear of first are the providers that were set up for it.
     * When one of them may come back, trying again can help.
     */
    private static Failure with(Failure ours, List<Failure> providers) {
        if (providers.isEmpty()) {
            return ours;
        }
        return new Failure.ExternalService(
                "NO_SCRIPT_WRITER",
                providers.stream().anyMatch(Failure::retryable),
                "no script could be written: "
                        + providers.stream().map(Failure::getMessage).collect(Collectors.joining("; "))
                        + "; after that, " + ours.getMessage(),
                ours);
    }

    private static String name(String route) {
        return route.substring("script-".length());
    }
}

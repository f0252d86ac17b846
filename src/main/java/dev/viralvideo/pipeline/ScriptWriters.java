package dev.viralvideo.pipeline;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.pipeline.provider.ProviderFile;
import dev.viralvideo.pipeline.provider.ProviderFiles;
import dev.viralvideo.pipeline.provider.Readiness;
import dev.viralvideo.script.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        Failure mayPass = null;
        for (String route : order(degradations)) {
            boolean provider = files.has(route);
            try {
                if (template.requestBody(plugins.endpoint(route), task) instanceof Script script) {
                    return script.degraded(degradations);
                }
            } catch (CamelExecutionException e) {
                Failure failure = Failures.of(e);
                if (!provider && !(failure instanceof Failure.ExternalService)) {
                    throw mayPass == null ? failure : both(failure, mayPass);
                }
                LOG.warn("{}: {}", route, failure.getMessage());
                degradations.add("the script writer '" + name(route) + "' failed: " + failure.getMessage());
                mayPass = failure.retryable() ? failure : mayPass;
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
                    .filter(readiness::ready)
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
            Optional<String> obstacle = plugins.endpoint(route) == null
                    ? Optional.of("is not running")
                    : files.has(route)
                            ? readiness.obstacle(files.get(route)).map(why -> "was not asked: " + why)
                            : Optional.empty();
            obstacle.ifPresentOrElse(
                    why -> degradations.add("the script writer '" + name + "' " + why), () -> routes.add(route));
        }
        return routes;
    }

    /** Trying again may help after all, and the user may help at once. */
    private static Failure both(Failure ours, Failure provider) {
        return new Failure.ExternalService(
                "NO_SCRIPT_WRITER",
                true,
                ours.getMessage() + " (before that, a provider failed: " + provider.getMessage() + ")",
                ours);
    }

    private static String name(String route) {
        return route.substring("script-".length());
    }
}

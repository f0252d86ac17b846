package dev.viralvideo.pipeline.provider;

import dev.viralvideo.config.Settings;
import dev.viralvideo.failure.Failure;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.model.Model;
import org.apache.camel.model.RouteDefinition;

/** The provider files as Camel has loaded them; a file that is changed or dropped in live is seen at its next use. */
public final class ProviderFiles {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{[\\w?!][\\w.:?/-]*}}");

    private final CamelContext camel;
    private final Settings settings;
    private final Map<RouteDefinition, ProviderFile> read = new ConcurrentHashMap<>();

    public ProviderFiles(CamelContext camel, Settings settings) {
        this.camel = camel;
        this.settings = settings;
    }

    /** @throws Failure.Configuration when there is no such route, or it is not made from a provider template */
    public ProviderFile get(String route) {
        RouteDefinition definition = definition(route);
        if (definition == null || !isProvider(definition)) {
            throw new Failure.Configuration("NO_PROVIDER", "there is no provider file with the route " + route);
        }
        if (read.size() > 500) {
            read.clear(); // definitions of files that were reloaded again and again
        }
        return read.computeIfAbsent(definition, this::read);
    }

    /** Whether this route is a provider's that talks HTTP, rather than a writer or a voice of our own. */
    public boolean has(String route) {
        RouteDefinition definition = definition(route);
        return definition != null && isProvider(definition);
    }

    /** The running files of a kind, by their {@code order}, then by name. */
    public List<ProviderFile> ofGroup(String group) {
        return camel.getRoutesByGroup(group).stream()
                .map(Route::getId)
                .filter(this::has)
                .map(this::get)
                .sorted(Comparator.comparingLong((ProviderFile file) -> file.number("order"))
                        .thenComparing(ProviderFile::route))
                .toList();
    }

    private RouteDefinition definition(String route) {
        return camel.getCamelContextExtension().getContextPlugin(Model.class).getRouteDefinition(route);
    }

    private static boolean isProvider(RouteDefinition definition) {
        Map<String, Object> parameters = definition.getTemplateParameters();
        return parameters != null && parameters.containsKey("url");
    }

    private ProviderFile read(RouteDefinition definition) {
        String route = definition.getRouteId();
        String name = route.substring(route.indexOf('-') + 1);
        Map<String, String> parameters = new TreeMap<>();
        definition
                .getTemplateParameters()
                .forEach((parameter, value) -> parameters.put(
                        parameter, resolved(settings.provider(name, parameter).orElse(String.valueOf(value)))));
        ProviderFile file = new ProviderFile(route, parameters);
        if (settings.providers().contact().isEmpty() && file.has("anonymousRates")) {
            parameters.put("rates", file.text("anonymousRates"));
            return new ProviderFile(route, parameters);
        }
        return file;
    }

    /** Only placeholders, one by one: jq has braces of its own. */
    private String resolved(String text) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(place ->
                        Matcher.quoteReplacement(String.valueOf(camel.resolvePropertyPlaceholders(place.group()))));
    }
}

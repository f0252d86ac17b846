package dev.viralvideo.ops.steering;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.management.mbean.ManagedCamelContext;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteDefinition;

/**
 * Camel's managed bean of the context, with its routes as Hawtio can draw them: each begins with where it takes from.
 * What Camel puts before that, such as an error handler, is a step that follows no other to Hawtio, which then draws
 * no route at all.
 */
@ManagedResource(description = "The pipeline")
public final class DrawnContext extends ManagedCamelContext {
    private static final String REST_OF_TAG = "(?:\"[^\"]*\"|[^\">])*>";
    private static final Pattern ROUTE = Pattern.compile(
            "(?s)(<route\\b(?=[^>]*?\\bid=\"([^\"]+)\")" + REST_OF_TAG + ").*?(\\s*<from\\b.*?</route>)");
    /** The parameter of a provider's file by which its address and its bean are made. */
    private static final String NAME = "name";

    private final ModelCamelContext camel;

    DrawnContext(CamelContext camel) {
        super(camel);
        this.camel = (ModelCamelContext) camel;
    }

    @Override
    public String dumpRoutesAsXml() throws Exception {
        return ROUTE.matcher(super.dumpRoutesAsXml()).replaceAll(this::drawn);
    }

    private String drawn(MatchResult route) {
        String text = route.group(1) + route.group(3);
        return Matcher.quoteReplacement(text.replace("{{" + NAME + "}}", nameOf(route.group(2))));
    }

    /** Other placeholders stay: what they stand for may be a secret. */
    private String nameOf(String routeId) {
        RouteDefinition route = camel.getRouteDefinition(routeId);
        Object name = route == null || route.getTemplateParameters() == null
                ? null
                : route.getTemplateParameters().get(NAME);
        return name == null ? "{{" + NAME + "}}" : name.toString();
    }
}

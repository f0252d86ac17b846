package dev.viralvideo.pipeline;

import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.ServiceStatus;

/** The plugins that run now; a file in {@code routes/} is their only registration. */
public final class Plugins {
    private final CamelContext camel;

    public Plugins(CamelContext camel) {
        this.camel = camel;
    }

    public List<String> mediaProviders() {
        return running("media-provider");
    }

    /** Where the plugin of this group and name is called, or null when there is none or it was stopped. */
    String endpoint(String routeId) {
        Route route = camel.getRoute(routeId);
        return route != null && started(route) ? route.getEndpoint().getEndpointUri() : null;
    }

    /** The ids of the running routes of a group, sorted. */
    List<String> ids(String group) {
        return camel.getRoutesByGroup(group).stream()
                .filter(this::started)
                .map(Route::getId)
                .sorted()
                .toList();
    }

    List<String> running(String group) {
        return camel.getRoutesByGroup(group).stream()
                .filter(this::started)
                .map(route -> route.getEndpoint().getEndpointUri())
                .sorted()
                .toList();
    }

    private boolean started(Route route) {
        ServiceStatus status = camel.getRouteController().getRouteStatus(route.getId());
        return status != null && status.isStarted();
    }
}

package dev.viralvideo.pipeline;

import dev.viralvideo.media.MediaWishes;
import dev.viralvideo.media.ShotNeed;
import dev.viralvideo.media.backdrop.Backdrops;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.ServiceStatus;

/** The plugins that run now; a file in {@code routes/} is their only registration. */
public final class Plugins {
    private static final String MEDIA = "media-provider";

    private final CamelContext camel;

    public Plugins(CamelContext camel) {
        this.camel = camel;
    }

    /** The endpoints of the media providers that this segment's request wants asked. */
    public List<String> mediaProviders(ShotNeed need) {
        MediaWishes wishes = MediaWishes.of(need.media(), mediaNames());
        return running(MEDIA).stream()
                .filter(endpoint -> wishes.asks(name(endpoint)))
                .toList();
    }

    /** What a request's {@code media} may name as a provider. */
    public List<String> mediaNames() {
        return Stream.concat(running(MEDIA).stream().map(Plugins::name), Stream.of(Backdrops.PROVIDER))
                .toList();
    }

    /** {@code pexels} of {@code direct://media-pexels}. */
    static String name(String endpoint) {
        return endpoint.replaceFirst("^[a-z]+:(//)?[a-z]+-", "").replaceFirst("\\?.*$", "");
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

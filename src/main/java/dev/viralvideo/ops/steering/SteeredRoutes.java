package dev.viralvideo.ops.steering;

import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Producer;
import org.apache.camel.Route;
import org.apache.camel.Service;
import org.apache.camel.management.DefaultManagementObjectStrategy;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.ModelLifecycleStrategy;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.RouteTemplateDefinition;

/**
 * Puts every route under the operator's steering: by its managed bean, and by what the operator chose before. Decides
 * what of Camel has a managed bean at all.
 */
public final class SteeredRoutes extends DefaultManagementObjectStrategy implements ModelLifecycleStrategy {
    private final OperatorChoices choices;
    private final RouteSteering steering;

    private SteeredRoutes(OperatorChoices choices, RouteSteering steering) {
        this.choices = choices;
        this.steering = steering;
    }

    /** Before any route is made. */
    public static void install(CamelContext camel, OperatorChoices choices, RouteSteering steering) {
        SteeredRoutes routes = new SteeredRoutes(choices, steering);
        camel.getManagementStrategy().setManagementObjectStrategy(routes);
        ((ModelCamelContext) camel).addModelLifecycleStrategy(routes);
    }

    @Override
    public Object getManagedObjectForCamelContext(CamelContext camel) {
        DrawnContext managed = new DrawnContext(camel);
        managed.init(camel.getManagementStrategy());
        return managed;
    }

    /** Each would tell again what its route tells, and they are half of all beans: memory, and a longer tree. */
    @Override
    public Object getManagedObjectForEndpoint(CamelContext camel, Endpoint endpoint) {
        return null;
    }

    @Override
    public Object getManagedObjectForConsumer(CamelContext camel, Consumer consumer) {
        return null;
    }

    @Override
    public Object getManagedObjectForProducer(CamelContext camel, Producer producer) {
        return null;
    }

    @Override
    public Object getManagedObjectForService(CamelContext camel, Service service) {
        return null;
    }

    @Override
    public Object getManagedObjectForRoute(CamelContext camel, Route route) {
        if (!route.supportsSuspension()) {
            return super.getManagedObjectForRoute(camel, route);
        }
        SteeredRoute managed = new SteeredRoute(camel, route, steering);
        managed.init(camel.getManagementStrategy());
        return managed;
    }

    @Override
    public void onAddRouteDefinition(RouteDefinition route) {
        if (choices.holds(route.getRouteId())) {
            route.setAutoStartup("false");
        }
    }

    @Override
    public void onRemoveRouteDefinition(RouteDefinition route) {
        // a file that comes back finds its route as the operator left it
    }

    @Override
    public void onAddRouteTemplateDefinition(RouteTemplateDefinition template) {
        // only routes are steered
    }

    @Override
    public void onRemoveRouteTemplateDefinition(RouteTemplateDefinition template) {
        // only routes are steered
    }
}

package dev.viralvideo.ops.route;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.support.ResourceHelper;

/** Puts routes into the running context and takes them out, one file's without touching the others. */
final class RouteSwap {
    private static final long PATIENCE_SECONDS = 2;

    private final CamelContext camel;
    private final Consumer<String> check;

    /** @param check throws when the route of this id is of no use */
    RouteSwap(CamelContext camel, Consumer<String> check) {
        this.camel = camel;
        this.check = check;
    }

    boolean isThere(String routeId) {
        return camel.getRoute(routeId) != null;
    }

    /** All of its routes, or none. */
    void add(RouteFile file) throws Exception {
        try {
            load(file);
            file.ids().forEach(check);
        } catch (Exception e) {
            remove(file.ids());
            throw e;
        }
    }

    private void load(RouteFile file) throws Exception {
        Rehearsal.load(camel, ResourceHelper.fromString(file.path().toString(), file.text()));
    }

    void remove(List<String> ids) throws Exception {
        for (String id : ids) {
            if (isThere(id)) {
                camel.getRouteController().stopRoute(id, PATIENCE_SECONDS, TimeUnit.SECONDS);
                camel.removeRoute(id);
            }
        }
    }

    /** @param before what runs now, and runs again when the new one does not start */
    void replace(RouteFile before, RouteFile after) throws Exception {
        remove(before.ids());
        try {
            add(after);
        } catch (Exception e) {
            load(before);
            throw e;
        }
    }
}

package dev.viralvideo.ops;

import dev.viralvideo.ops.route.LiveRoutes;
import dev.viralvideo.pipeline.Engine;
import java.time.Duration;
import java.util.Optional;

/** What {@code vvg serve} runs: the pipeline, and the server through which it is seen and steered. */
public final class Service implements AutoCloseable {
    private final Engine engine;
    private final WebServer web;
    private final LiveRoutes routes;
    private final String firstPassword;

    /**
     * @param web           is listening
     * @param routes        watched until the service drains
     * @param firstPassword of the console's first user, if it was made just now
     */
    public Service(Engine engine, WebServer web, LiveRoutes routes, Optional<String> firstPassword) {
        this.engine = engine;
        this.web = web;
        this.routes = routes;
        this.firstPassword = firstPassword.orElse(null);
    }

    /** The password of the user {@code admin}, to be shown once; empty when there were users already. */
    public Optional<String> firstPassword() {
        return Optional.ofNullable(firstPassword);
    }

    public Engine engine() {
        return engine;
    }

    /** The port of the API. */
    public int port() {
        return web.port(WebPort.API);
    }

    /** Where something is served, such as {@code http://127.0.0.1:8080}. */
    public String url(WebPort port) {
        return web.url(port);
    }

    /** Takes no more work in; what runs may end within this time. */
    public void drain(Duration grace) {
        routes.close();
        engine.drain(grace);
    }

    @Override
    public void close() {
        try {
            routes.close();
            web.close();
        } finally {
            engine.close();
        }
    }
}

package dev.viralvideo.ops;

import dev.viralvideo.failure.Failure;
import java.io.IOException;
import java.util.List;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.server.handler.ContextHandlerCollection;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The one HTTP server of a service. It holds its port from {@link #open} and answers from {@link #start}. */
public final class WebServer implements AutoCloseable {
    private static final int MOST_THREADS = 64;
    private static final int FEWEST_THREADS = 4;
    private static final int IDLE_MILLIS = 30_000;

    private final WebAddress address;
    private final Server server;
    private final ServerConnector connector;

    public WebServer(WebAddress address) {
        this.address = address;
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, FEWEST_THREADS);
        threads.setName("web");
        threads.setDaemon(true);
        this.server = new Server(threads);
        this.connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http()));
        connector.setHost(address.host());
        connector.setPort(address.port());
        connector.setIdleTimeout(IDLE_MILLIS);
        server.addConnector(connector);
        server.setErrorHandler(new SilentErrors());
    }

    /**
     * Takes the port, so that a service that cannot have it fails before it has begun anything.
     *
     * @throws Failure.Resource PORT_NOT_FREE
     */
    public WebServer open() {
        try {
            connector.open();
            return this;
        } catch (IOException e) {
            throw new Failure.Resource(
                    "PORT_NOT_FREE",
                    "cannot listen at " + address.host() + ":" + address.port() + " (" + reason(e)
                            + "); choose another with --port, or --port 0 for any free one",
                    e);
        }
    }

    public void start(List<WebContext> contexts) {
        ContextHandlerCollection all = new ContextHandlerCollection();
        contexts.forEach(context -> all.addHandler(handler(context)));
        server.setHandler(new HostCheck(address, all));
        try {
            server.start();
        } catch (Exception e) {
            throw new Failure.Internal("the HTTP server does not start: " + e.getMessage(), e);
        }
    }

    /** The port it listens at, also where any free one was asked for. */
    public int port() {
        return connector.getLocalPort();
    }

    @Override
    public void close() {
        try {
            server.stop();
            connector.close();
        } catch (Exception e) {
            throw new Failure.Internal("the HTTP server does not stop: " + e.getMessage(), e);
        }
    }

    private static ContextHandler handler(WebContext context) {
        ContextHandler own =
                context.handler() instanceof ContextHandler given ? given : new ContextHandler(context.handler());
        boolean folder = context.path().endsWith("/");
        own.setContextPath(folder ? context.path().substring(0, context.path().length() - 1) : context.path());
        // /health is as good as /health/
        own.setAllowNullPathInContext(!folder);
        return own;
    }

    private static HttpConfiguration http() {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendDateHeader(true);
        return http;
    }

    private static String reason(IOException e) {
        return e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
    }
}

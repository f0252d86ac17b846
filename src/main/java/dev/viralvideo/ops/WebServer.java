package dev.viralvideo.ops;

import dev.viralvideo.failure.Failure;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.server.handler.ContextHandlerCollection;
import org.eclipse.jetty.util.ssl.KeyStoreScanner;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The one HTTP server of a service. It holds its ports from {@link #open} and answers from {@link #start}. */
public final class WebServer implements AutoCloseable {
    private static final int MOST_THREADS = 64;
    private static final int FEWEST_THREADS = 4;
    private static final int IDLE_MILLIS = 30_000;
    /** How often a renewed certificate is looked for, in seconds. */
    private static final int CERTIFICATE_LOOK = 60;

    private final WebAccess access;
    private final Server server;
    private final Map<WebPort, ServerConnector> connectors = new EnumMap<>(WebPort.class);

    /** @throws Failure.Configuration KEY_STORE_UNUSABLE */
    public WebServer(WebAccess access) {
        this.access = access;
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, FEWEST_THREADS);
        threads.setName("web");
        threads.setDaemon(true);
        this.server = new Server(threads);
        server.setErrorHandler(new SilentErrors());
        SslContextFactory.Server tls =
                access.certificate().map(ServerCertificate::server).orElse(null);
        listen(WebPort.API, access.api(), tls);
        access.management().ifPresent(address -> listen(WebPort.MANAGEMENT, address, tls));
        if (tls != null) {
            KeyStoreScanner renewals = new KeyStoreScanner(tls);
            renewals.setScanInterval(CERTIFICATE_LOOK);
            server.addBean(renewals);
        }
    }

    private void listen(WebPort port, WebAddress address, SslContextFactory.Server tls) {
        HttpConnectionFactory http = new HttpConnectionFactory(http());
        ServerConnector connector = tls == null
                ? new ServerConnector(server, 1, 1, http)
                : new ServerConnector(server, 1, 1, new SslConnectionFactory(tls, http.getProtocol()), http);
        connector.setName(port.name());
        connector.setHost(address.host());
        connector.setPort(address.port());
        connector.setIdleTimeout(IDLE_MILLIS);
        server.addConnector(connector);
        connectors.put(port, connector);
    }

    /**
     * Takes the ports, so that a service that cannot have them fails before it has begun anything.
     *
     * @throws Failure.Resource PORT_NOT_FREE
     */
    public WebServer open() {
        try {
            for (ServerConnector connector : connectors.values()) {
                open(connector);
            }
            return this;
        } catch (RuntimeException e) {
            connectors.values().forEach(ServerConnector::close);
            throw e;
        }
    }

    private static void open(ServerConnector connector) {
        try {
            connector.open();
        } catch (IOException e) {
            boolean management = connector.getName().equals(WebPort.MANAGEMENT.name());
            throw new Failure.Resource(
                    "PORT_NOT_FREE",
                    "cannot listen at " + new WebAddress(connector.getHost(), connector.getPort()) + " (" + reason(e)
                            + "); choose another with "
                            + (management ? "vvg.management.port" : "--port, or --port 0 for any free one"),
                    e);
        }
    }

    public void start(List<WebContext> contexts) {
        ContextHandlerCollection all = new ContextHandlerCollection();
        contexts.forEach(context -> all.addHandler(handler(context)));
        server.setHandler(new HostCheck(access, all));
        try {
            server.start();
        } catch (Exception e) {
            throw new Failure.Internal("the HTTP server does not start: " + e.getMessage(), e);
        }
    }

    /** The port it listens at for these, also where any free one was asked for. */
    public int port(WebPort port) {
        return connectors.get(access.serving(port)).getLocalPort();
    }

    /** Where these are served, such as {@code http://127.0.0.1:8080}. */
    public String url(WebPort port) {
        String host = connectors.get(access.serving(port)).getHost();
        return access.url(new WebAddress(host, port(port)));
    }

    @Override
    public void close() {
        try {
            server.stop();
            connectors.values().forEach(ServerConnector::close);
        } catch (Exception e) {
            throw new Failure.Internal("the HTTP server does not stop: " + e.getMessage(), e);
        }
    }

    private ContextHandler handler(WebContext context) {
        ContextHandler own =
                context.handler() instanceof ContextHandler given ? given : new ContextHandler(context.handler());
        boolean folder = context.path().endsWith("/");
        own.setContextPath(folder ? context.path().substring(0, context.path().length() - 1) : context.path());
        // /health is as good as /health/
        own.setAllowNullPathInContext(!folder);
        own.setVirtualHosts(List.of("@" + access.serving(context.port())));
        return own;
    }

    private static HttpConfiguration http() {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendDateHeader(true);
        // by what name clients ask is checked for every request, with TLS or without
        http.addCustomizer(new SecureRequestCustomizer(false));
        return http;
    }

    private static String reason(IOException e) {
        return e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
    }
}

package dev.viralvideo.api;

import dev.viralvideo.api.ProjectView.Links;
import dev.viralvideo.audio.Voices;
import dev.viralvideo.config.Settings;
import dev.viralvideo.costs.Ledger;
import dev.viralvideo.http.Rate;
import dev.viralvideo.ops.WebContext;
import dev.viralvideo.ops.WebPort;
import dev.viralvideo.pipeline.Intake;
import dev.viralvideo.pipeline.IntakeGate;
import dev.viralvideo.pipeline.MediaFinder;
import dev.viralvideo.pipeline.Orders;
import dev.viralvideo.pipeline.RestIntake;
import dev.viralvideo.project.Outbox;
import dev.viralvideo.project.Pipeline;
import dev.viralvideo.project.ProjectStore;
import dev.viralvideo.script.SpeakingRate;
import dev.viralvideo.script.Templates;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServlet;
import java.time.Clock;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.handler.CrossOriginHandler;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.server.handler.EagerContentHandler.RetainedContentLoaderFactory;

/** The REST API: what a program drives the pipeline by. */
public final class Api {
    /** What the API opens to the outside. */
    public record Parts(
            Settings settings,
            Intake intake,
            RestIntake edge,
            IntakeGate intakeGate,
            Pipeline pipeline,
            ProjectStore store,
            Outbox outbox,
            Orders orders,
            MediaFinder media,
            Templates templates,
            Voices voices,
            SpeakingRate rate,
            Ledger ledger,
            Tokens tokens,
            Clock clock) {}

    /** So much of a body is awaited before a thread is given to the request; only large ones have more. */
    private static final int AWAITED_BYTES = 64 << 10;

    private final Contract contract = Contract.read();
    private final Gate gate;
    private final EventStreams streams;
    private final ServletContextHandler handler;

    public Api(Parts parts) {
        Settings settings = parts.settings();
        this.gate = new Gate(
                parts.tokens(),
                !settings.api().authentication(),
                Rate.parse(settings.api().rate()));
        this.streams =
                new EventStreams(parts.outbox(), parts.store(), settings.api().streams());
        Incoming incoming = new Incoming(new Schemas(contract), settings.api().mostBodyBytes());
        this.handler = context(new ApiServlet(contract, endpoints(parts), gate, incoming, streams::close), "/*");
        if (!settings.api().origins().isEmpty()) {
            handler.insertHandler(foreignPages(Set.copyOf(settings.api().origins())));
        }
    }

    /** Tells browsers what pages of these sites may send and see; a token is sent by the page, never by the browser. */
    private static CrossOriginHandler foreignPages(Set<String> origins) {
        CrossOriginHandler cors = new CrossOriginHandler();
        cors.setAllowedOriginPatterns(origins.stream().map(Pattern::quote).collect(Collectors.toSet()));
        cors.setAllowedMethods(Set.of("GET", "HEAD", "POST", "DELETE"));
        cors.setAllowedHeaders(Set.of(
                "Authorization",
                "Content-Type",
                "Idempotency-Key",
                "Last-Event-ID",
                "Range",
                "If-Range",
                "If-None-Match"));
        cors.setExposedHeaders(
                Set.of("Location", "Retry-After", "ETag", "Content-Range", "Accept-Ranges", "Idempotency-Replayed"));
        cors.setAllowCredentials(false);
        return cors;
    }

    private Map<String, Endpoint> endpoints(Parts parts) {
        String base = contract.base();
        Creation creation = new Creation(parts.intake(), parts.edge(), parts.intakeGate(), parts.store());
        Packages packages = new Packages(
                parts.store(), parts.orders(), parts.settings().folders().output());
        Map<String, Endpoint> endpoints = new HashMap<>();
        endpoints.putAll(new ProjectOperations(
                        creation, parts.pipeline(), parts.store(), packages, streams, new Links(base + "/projects"))
                .endpoints());
        endpoints.putAll(new RenderOperations(
                        creation,
                        parts.pipeline(),
                        packages,
                        parts.templates(),
                        parts.rate(),
                        new Links(base + "/renders"))
                .endpoints());
        endpoints.putAll(new MediaOperations(parts.media(), base + "/media").endpoints());
        endpoints.putAll(new CatalogueOperations(
                        parts.settings(),
                        parts.voices(),
                        parts.templates(),
                        parts.rate(),
                        parts.ledger(),
                        parts.clock())
                .endpoints());
        return endpoints;
    }

    /** For the server. */
    public List<WebContext> contexts() {
        String page = new DocsPage(contract).html();
        return List.of(
                new WebContext(WebPort.API, contract.base(), handler),
                new WebContext(
                        WebPort.API,
                        "/openapi.json",
                        context(new TextServlet("application/json", contract.json()), "/*")),
                new WebContext(WebPort.API, "/docs", context(new TextServlet("text/html;charset=utf-8", page), "/*")));
    }

    /** Shows a page of somebody else's to this machine alone, and to who has a token. */
    public void guard(Handler page) {
        ((ServletContextHandler) page)
                .addFilter(new FilterHolder(new ReadGuard(gate)), "/*", EnumSet.of(DispatcherType.REQUEST));
    }

    private static ServletContextHandler context(HttpServlet servlet, String path) {
        ServletContextHandler context = new ServletContextHandler(ServletContextHandler.NO_SESSIONS);
        ServletHolder holder = new ServletHolder(servlet);
        holder.setAsyncSupported(true);
        context.addServlet(holder, path);
        // a body that drips in holds no thread
        context.insertHandler(new EagerContentHandler(new RetainedContentLoaderFactory(AWAITED_BYTES, -1, false)));
        return context;
    }
}

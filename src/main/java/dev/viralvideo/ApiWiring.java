package dev.viralvideo;

import dev.viralvideo.api.Api;
import dev.viralvideo.api.Tokens;
import dev.viralvideo.ops.WebContext;
import dev.viralvideo.pipeline.MediaFinder;
import dev.viralvideo.pipeline.RestIntake;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Makes what programs drive a running service by. */
final class ApiWiring {
    /** What callers from elsewhere need a token for. */
    private static final Set<String> GUARDED = Set.of("/health", "/metrics");

    private final Wiring wiring;

    /** @param wiring of a service that runs */
    ApiWiring(Wiring wiring) {
        this.wiring = wiring;
    }

    /** The parts of the server with those of the API. */
    List<WebContext> with(List<WebContext> others) {
        Api api = api();
        others.stream()
                .filter(context -> GUARDED.contains(context.path()))
                .forEach(context -> api.guard(context.handler()));
        List<WebContext> all = new ArrayList<>(others);
        all.addAll(api.contexts());
        return all;
    }

    private Api api() {
        return new Api(new Api.Parts(
                wiring.settings,
                wiring.project.intake,
                new RestIntake(wiring.camel.getCamelContext().createProducerTemplate()),
                wiring.service.gate,
                wiring.pipeline,
                wiring.store,
                wiring.outbox,
                wiring.orders,
                wiring.camel.lookup("mediaFinder", MediaFinder.class),
                wiring.templates,
                wiring.voices,
                wiring.rate,
                wiring.providers.ledger,
                new Tokens(wiring.database.dataSource(), wiring.clock),
                wiring.clock));
    }
}

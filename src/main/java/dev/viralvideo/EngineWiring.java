package dev.viralvideo;

import dev.viralvideo.pipeline.Engine;
import dev.viralvideo.pipeline.LogContext;
import dev.viralvideo.pipeline.OwnWork;
import dev.viralvideo.pipeline.Plugins;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.MainListenerSupport;

/** Makes the beans that need the context as soon as it is there, before any route is, and the engine of them all. */
final class EngineWiring extends MainListenerSupport {
    private final Wiring wiring;
    private Engine engine;

    EngineWiring(Wiring wiring) {
        this.wiring = wiring;
    }

    /** Of a context that has started. */
    Engine engine() {
        return engine;
    }

    @Override
    public void beforeInitialize(BaseMainSupport main) {
        CamelContext context = main.getCamelContext();
        context.getCamelContextExtension().addInterceptStrategy(new LogContext());
        ProducerTemplate template = context.createProducerTemplate();
        Plugins plugins = new Plugins(context);
        wiring.providers = new ProviderWiring(wiring.settings, wiring.database, context, wiring.clock);
        wiring.providers.bind(wiring.camel, context);
        wiring.project = new ProjectWiring(wiring, context, template);
        ScriptWiring.bind(wiring, plugins, template);
        new MediaWiring(wiring, plugins, template).bind();
        AudioWiring.bind(wiring, plugins, template);
        new VideoWiring(wiring).bind();
        if (wiring.isService()) {
            wiring.service = new ServiceWiring(wiring, context);
            wiring.service.bind();
        }
        engine = new Engine(parts(template));
    }

    private Engine.Parts parts(ProducerTemplate template) {
        ProjectWiring project = wiring.project;
        return new Engine.Parts(
                wiring.camel,
                wiring.database,
                wiring.heartbeat,
                wiring.pipeline,
                wiring.store,
                project.intake,
                wiring.orders,
                wiring.progress,
                project.events,
                project.held,
                project.failures,
                new OwnWork(project.sweeper(), wiring.claims, template),
                wiring.ffmpeg,
                wiring.voice,
                Optional.ofNullable(wiring.service).map(service -> service.gate),
                Optional.ofNullable(wiring.broker));
    }

    @Override
    public void afterStop(BaseMainSupport main) {
        wiring.providers.close();
        if (wiring.service != null) {
            wiring.service.close();
        }
        wiring.pools.close();
    }
}

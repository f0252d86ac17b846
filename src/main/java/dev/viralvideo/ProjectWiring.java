package dev.viralvideo;

import dev.viralvideo.broker.Broker;
import dev.viralvideo.broker.ConfirmedSender;
import dev.viralvideo.config.CallbackSettings;
import dev.viralvideo.config.Settings;
import dev.viralvideo.config.StageSettings;
import dev.viralvideo.pipeline.BrokerEdge;
import dev.viralvideo.pipeline.BrokerEvents;
import dev.viralvideo.pipeline.Callbacks;
import dev.viralvideo.pipeline.EventRelay;
import dev.viralvideo.pipeline.FailureDesk;
import dev.viralvideo.pipeline.FfmpegBinding;
import dev.viralvideo.pipeline.FfmpegExecutor;
import dev.viralvideo.pipeline.HeldClaims;
import dev.viralvideo.pipeline.Hints;
import dev.viralvideo.pipeline.Intake;
import dev.viralvideo.pipeline.StageDesk;
import dev.viralvideo.project.Backoff;
import dev.viralvideo.project.CallbackQueue;
import dev.viralvideo.project.ChangeWatch;
import dev.viralvideo.project.Checkpoints;
import dev.viralvideo.project.StageFailures;
import dev.viralvideo.project.Sweeper;
import dev.viralvideo.project.WorkerId;
import java.security.SecureRandom;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;

/** Makes what every stage shares: claims, events and callbacks, hints at work, and the broker that carries them. */
final class ProjectWiring {
    /** How many due projects of a stage one sweep hints at. */
    private static final int HINTS = 32;
    /** How often a stage may lose its worker before the project fails. */
    private static final int INTERRUPTIONS = 100;
    /** Callbacks that are told at once. */
    private static final int CALLBACKS_AT_ONCE = 8;

    private final Wiring wiring;
    private final Settings settings;

    final StageDesk desk;
    final HeldClaims held;
    final FailureDesk failures;
    final Hints hints;
    final EventRelay events;
    final Intake intake;

    ProjectWiring(Wiring wiring, CamelContext context, ProducerTemplate template) {
        this.wiring = wiring;
        this.settings = wiring.settings;
        this.hints = hints();
        this.held = new HeldClaims(wiring.claims, wiring.heartbeat, wiring.progress, wiring.ffmpeg, wiring.isService());
        StageDesk.State state = state();
        this.failures = new FailureDesk(state, wiring.orders, held);
        StageDesk.Worker worker =
                new StageDesk.Worker(WorkerId.ofThisProcess(), settings.stages().lease(), wiring.isService());
        this.desk = new StageDesk(state, wiring.orders, wiring.progress, worker, held, failures);
        BrokerEvents brokerEvents = brokerEvents(context);
        this.events = new EventRelay(wiring.outbox, template, brokerEvents, new ChangeWatch(wiring.database));
        this.intake = new Intake(wiring.defaults, wiring.submissions, template);
        wiring.camel.bind("desk", desk);
        wiring.camel.bind("failureDesk", failures);
        wiring.camel.bind("hints", hints);
        wiring.camel.bind("ffmpegBinding", new FfmpegBinding());
        wiring.camel.bind("ffmpegExecutor", new FfmpegExecutor(wiring.ffmpeg, wiring.progress, held::isStopped));
        wiring.camel.bind("eventRelay", events);
        wiring.camel.bind("brokerEvents", brokerEvents);
        wiring.camel.bind("intake", intake);
        wiring.camel.bind("callbacks", callbacks());
        wiring.pools.pool("callback-pool", CALLBACKS_AT_ONCE);
    }

    /** One for whoever sweeps: it remembers what it saw. */
    Sweeper sweeper() {
        return new Sweeper(wiring.database, wiring.clock, System::nanoTime, INTERRUPTIONS);
    }

    private Hints hints() {
        return new Hints(
                wiring.claims,
                wiring.isService() ? settings.stages().here() : StageSettings.ALL,
                wiring.isService() && settings.broker().carriesHints(),
                () -> wiring.broker == null || wiring.broker.state().isUp(),
                HINTS);
    }

    private StageDesk.State state() {
        StageSettings retries = settings.stages();
        Backoff backoff = new Backoff(retries.retryAttempts(), retries.retryDelay(), new SecureRandom());
        return new StageDesk.State(
                wiring.claims,
                new Checkpoints(wiring.database, wiring.clock),
                new StageFailures(wiring.database, wiring.clock, backoff),
                hints);
    }

    private Callbacks callbacks() {
        CallbackSettings retries = settings.callbacks();
        Backoff backoff = new Backoff(retries.attempts(), retries.delay(), new SecureRandom());
        return new Callbacks(
                new CallbackQueue(wiring.database, wiring.clock, backoff, WorkerId.ofThisProcess()),
                wiring.store,
                wiring.providers::callbacks,
                wiring.providers::callbackSecret,
                wiring.clock);
    }

    private BrokerEvents brokerEvents(CamelContext context) {
        Broker broker = wiring.broker;
        if (broker == null) {
            return new BrokerEvents(null, null, wiring.store);
        }
        ConfirmedSender sender = new ConfirmedSender(broker);
        wiring.camel.bind("broker", broker);
        wiring.camel.bind("brokerState", broker.state());
        wiring.camel.bind("confirmedSender", sender);
        BrokerEdge.bind(context, broker);
        return new BrokerEvents(broker, sender, wiring.store);
    }
}

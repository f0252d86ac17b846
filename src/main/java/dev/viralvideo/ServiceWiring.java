package dev.viralvideo;

import dev.viralvideo.broker.ConfirmedSender;
import dev.viralvideo.config.ServiceSettings;
import dev.viralvideo.config.Settings;
import dev.viralvideo.intake.Inbox;
import dev.viralvideo.intake.SettledFiles;
import dev.viralvideo.intake.TopicFile;
import dev.viralvideo.ops.metrics.Metrics;
import dev.viralvideo.ops.metrics.RouteTimes;
import dev.viralvideo.ops.steering.RouteSteering;
import dev.viralvideo.ops.steering.SteeredRoutes;
import dev.viralvideo.ops.tracing.Tracing;
import dev.viralvideo.pipeline.BrokerIntake;
import dev.viralvideo.pipeline.CacheTidying;
import dev.viralvideo.pipeline.DeadTopics;
import dev.viralvideo.pipeline.FolderIntake;
import dev.viralvideo.pipeline.Housekeeping;
import dev.viralvideo.pipeline.IntakeGate;
import dev.viralvideo.pipeline.OutputTidying;
import dev.viralvideo.pipeline.Sweep;
import dev.viralvideo.project.DeadLetters;
import dev.viralvideo.project.IntakeFiles;
import dev.viralvideo.project.ProgressReader;
import dev.viralvideo.project.Steering;
import java.util.List;
import java.util.Optional;
import org.apache.camel.CamelContext;

/** Makes what only a service has: intake edges, the sweep, housekeeping, steering, metrics and traces. */
final class ServiceWiring implements AutoCloseable {
    private final Wiring wiring;
    private final ProjectWiring project;
    private final Settings settings;
    private final Optional<Tracing> tracing;

    final Metrics metrics = new Metrics();
    final IntakeGate gate;

    /** Before any route is made: traces and times are taken of all of them. */
    ServiceWiring(Wiring wiring, CamelContext context) {
        this.wiring = wiring;
        this.project = wiring.project;
        this.settings = wiring.settings;
        this.tracing = settings.log().tracingEndpoint().map(endpoint -> Tracing.to(endpoint, context));
        this.gate = new IntakeGate(
                context,
                wiring.store,
                wiring.folders.data(),
                new IntakeGate.Limits(
                        settings.intake().mostQueued(), settings.intake().leastFreeBytes()),
                wiring.choices::holds);
        steer(context);
    }

    private void steer(CamelContext context) {
        RouteSteering steering = new RouteSteering(context, project.desk, wiring.choices);
        wiring.camel.bind("routeSteering", steering);
        context.addRoutePolicyFactory(new RouteTimes(metrics.meters()));
        SteeredRoutes.install(context, wiring.choices, steering);
    }

    void bind() {
        wiring.camel.bind("sweep", new Sweep(project.sweeper(), project.hints));
        wiring.camel.bind("intakeGate", gate);
        wiring.camel.bind("housekeeping", housekeeping());
        wiring.camel.bind("folderIntake", new FolderIntake(folder()));
        wiring.camel.bind("nothingRemembered", FolderIntake.nothingRemembered());
        if (wiring.broker != null) {
            wiring.camel.bind("brokerIntake", new BrokerIntake(project.intake, deadTopics()));
        }
    }

    private Housekeeping housekeeping() {
        ServiceSettings kept = settings.service();
        return new Housekeeping(
                new Housekeeping.State(
                        wiring.store,
                        wiring.outbox,
                        wiring.submissions,
                        new IntakeFiles(wiring.database, wiring.clock)),
                wiring.orders,
                new OutputTidying(
                        wiring.folders.output(),
                        new ProgressReader(wiring.database, wiring.clock),
                        wiring.clock,
                        kept.outputKept()),
                new CacheTidying(wiring.folders.cache(), List.of(wiring.providers.store::evict), wiring.clock),
                wiring.clock,
                new Housekeeping.Ages(kept.failedWorkKept(), kept.eventsKept()));
    }

    private FolderIntake.Tools folder() {
        return new FolderIntake.Tools(
                new SettledFiles(settings.intake().settleTime(), System::nanoTime),
                new TopicFile(settings.intake().mostFileBytes()),
                Inbox.in(wiring.folders.inbox()),
                new IntakeFiles(wiring.database, wiring.clock),
                project.intake,
                gate);
    }

    private DeadTopics deadTopics() {
        Steering steering = new Steering(wiring.database, wiring.clock);
        DeadLetters letters = new DeadLetters(wiring.database, wiring.clock, steering, letter -> {});
        return new DeadTopics(letters, wiring.camel.lookup("confirmedSender", ConfirmedSender.class));
    }

    @Override
    public void close() {
        tracing.ifPresent(Tracing::close);
        metrics.close();
    }
}

package dev.viralvideo.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.viralvideo.intake.Request;
import dev.viralvideo.pipeline.IntakeGate.Limits;
import dev.viralvideo.project.Database;
import dev.viralvideo.project.ProjectIds;
import dev.viralvideo.project.ProjectStore;
import dev.viralvideo.project.Steering;
import dev.viralvideo.project.Submission;
import dev.viralvideo.project.Submissions;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Random;
import org.apache.camel.CamelContext;
import org.apache.camel.ServiceStatus;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntakeGateTest {
    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    private Path folder;

    private Database database;
    private CamelContext camel;

    @BeforeEach
    void start() throws Exception {
        database = Database.open("jdbc:sqlite:" + folder.resolve("vvg.db"), null, null);
        camel = new DefaultCamelContext();
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("seda:folder?pollTimeout=20")
                        .routeId("folder")
                        .routeGroup("intake-edge")
                        .to("mock:in");
                from("seda:broker?pollTimeout=20")
                        .routeId("broker")
                        .routeGroup("intake-edge")
                        .to("mock:in");
                from("seda:script?pollTimeout=20")
                        .routeId("stage")
                        .routeGroup("script")
                        .to("mock:in");
            }
        });
        camel.start();
    }

    @AfterEach
    void stop() {
        camel.stop();
        database.close();
    }

    @Test
    void aFullQueueHoldsTheEdgesBackUntilThereIsRoomAgain() throws Exception {
        IntakeGate gate = gate(2, 0);
        create("Bees");
        gate.look();
        assertThat(gate.reason()).isEmpty();
        String second = create("Ants");

        gate.look();

        assertThat(gate.reason()).hasValueSatisfying(reason -> assertThat(reason)
                .contains("2 projects are queued", "vvg.intake.max-queued"));
        assertThat(status("folder")).isEqualTo(ServiceStatus.Suspended);
        assertThat(status("broker")).isEqualTo(ServiceStatus.Suspended);
        assertThat(status("stage")).as("work goes on").isEqualTo(ServiceStatus.Started);

        new Steering(database, CLOCK).cancel(second);
        gate.look();

        assertThat(gate.reason()).isEmpty();
        assertThat(status("folder")).isEqualTo(ServiceStatus.Started);
        assertThat(status("broker")).isEqualTo(ServiceStatus.Started);
    }

    @Test
    void aDiskThatIsAlmostFullHoldsThemBack() throws Exception {
        IntakeGate gate = gate(1000, Long.MAX_VALUE);

        gate.look();

        assertThat(gate.reason())
                .hasValueSatisfying(reason -> assertThat(reason).contains("MiB are free", "vvg.intake.min-free-bytes"));
        assertThat(status("folder")).isEqualTo(ServiceStatus.Suspended);
    }

    @Test
    void anEdgeThatAnOperatorStoppedIsNotStartedByTheGate() throws Exception {
        camel.getRouteController().stopRoute("broker");
        IntakeGate gate = gate(1, 0);
        String only = create("Bees");
        gate.look();
        new Steering(database, CLOCK).cancel(only);

        gate.look();

        assertThat(status("folder")).isEqualTo(ServiceStatus.Started);
        assertThat(status("broker")).isEqualTo(ServiceStatus.Stopped);
    }

    @Test
    void aServiceThatStopsLetsNothingInAnyMore() throws Exception {
        IntakeGate gate = gate(1000, 0);

        gate.stop();
        gate.look();

        assertThat(gate.reason()).contains("the service stops");
        assertThat(status("folder")).isEqualTo(ServiceStatus.Suspended);
    }

    private IntakeGate gate(long mostQueued, long leastFree) {
        return new IntakeGate(
                camel, new ProjectStore(database), folder, new Limits(mostQueued, leastFree), id -> false);
    }

    private String create(String topic) {
        return new Submissions(database, new ProjectIds(CLOCK, new Random()), CLOCK)
                .create(Submission.of(Request.of(topic), null))
                .projectId();
    }

    private ServiceStatus status(String route) {
        return camel.getRouteController().getRouteStatus(route);
    }
}

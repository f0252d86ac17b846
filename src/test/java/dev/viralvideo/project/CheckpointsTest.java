package dev.viralvideo.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("dev.viralvideo.project.TestDatabase#all")
class CheckpointsTest {
    private final Node node;

    CheckpointsTest(TestDatabase kind) {
        node = Node.on(kind);
    }

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void aProjectGoesThroughItsStagesAndTellsOfEach() {
        String id = node.create("Bees");

        assertThat(node.done(id, Stage.SCRIPT)).containsExactly(Stage.MEDIA, Stage.AUDIO);
        assertThat(node.status(id)).isEqualTo(ProjectStatus.SOURCING);
        assertThat(node.done(id, Stage.MEDIA)).isEmpty();
        assertThat(node.status(id)).isEqualTo(ProjectStatus.VOICING);
        assertThat(node.done(id, Stage.AUDIO)).containsExactly(Stage.VIDEO);
        assertThat(node.status(id)).isEqualTo(ProjectStatus.RENDERING);
        Claim video = node.claim(id, Stage.VIDEO);
        node.checkpoints.announce(video, ProjectEvent.VIDEO_COMPOSED, EventLog.details());
        node.checkpoints.announce(video, ProjectEvent.RENDERING_STARTED, EventLog.details());
        assertThat(node.checkpoints.commit(video, "output/bees")).isEmpty();

        Project project = node.store.get(id);
        assertThat(project.status()).isEqualTo(ProjectStatus.COMPLETED);
        assertThat(project.script()).isEqualTo("{\"SCRIPT\":1}");
        assertThat(project.mediaAssets()).isEqualTo("{\"MEDIA\":1}");
        assertThat(project.audioTracks()).isEqualTo("{\"AUDIO\":1}");
        assertThat(project.outputPath()).isEqualTo("output/bees");
        assertThat(node.events(id))
                .containsExactly(
                        "project.created",
                        "script.generated",
                        "media.sourced",
                        "audio.processed",
                        "video.composed",
                        "rendering.started",
                        "rendering.completed",
                        "project.completed");
    }

    @Test
    void whatVanishedIsDoneAgainAndTheRestIsKept() {
        String id = node.create("Bees");
        node.done(id, Stage.SCRIPT);
        node.done(id, Stage.MEDIA);
        node.done(id, Stage.AUDIO);
        Claim video = node.claim(id, Stage.VIDEO);

        assertThat(node.checkpoints.redo(video, Set.of(Stage.AUDIO))).containsExactly(Stage.AUDIO);

        assertThat(node.status(id)).isEqualTo(ProjectStatus.VOICING);
        assertThat(node.store.get(id).mediaAssets()).isNotNull();
        assertThat(node.store.get(id).audioTracks()).isNull();
        assertThatThrownBy(() -> node.checkpoints.commit(video, "late")).isInstanceOf(LeaseLost.class);
        assertThat(node.done(id, Stage.AUDIO)).containsExactly(Stage.VIDEO);
        assertThat(node.claim(id, Stage.VIDEO).attempt()).isEqualTo(2);
    }

    @Test
    void whenMediaAndAudioEndTogetherVideoOpensExactlyOnce() throws Exception {
        for (int round = 0; round < 20; round++) {
            String id = node.create("Round " + round);
            node.done(id, Stage.SCRIPT);
            List<Claim> claims = List.of(node.claim(id, Stage.MEDIA), node.claim(id, Stage.AUDIO));

            List<Set<Stage>> opened = Together.run(2, i -> node.checkpoints.commit(claims.get(i), "{}"));

            assertThat(opened).containsExactlyInAnyOrder(Set.of(), Set.of(Stage.VIDEO));
            assertThat(node.claim(id, Stage.VIDEO).fence()).isEqualTo(1);
        }
    }

    @Test
    void aWorkerThatLostItsLeaseWritesNothing() {
        String id = node.create("Bees");
        Claim zombie = node.claim(id, Stage.SCRIPT);
        node.sweepFor(Duration.ofSeconds(40));
        Claim heir = node.claim(id, Stage.SCRIPT);

        assertThatThrownBy(() -> node.checkpoints.commit(zombie, "zombie")).isInstanceOf(LeaseLost.class);
        assertThatThrownBy(() -> node.checkpoints.announce(zombie, ProjectEvent.VIDEO_COMPOSED, EventLog.details()))
                .isInstanceOf(LeaseLost.class);
        assertThat(node.leases.renew(zombie, 0.5)).isFalse();
        assertThat(node.claims.release(zombie)).isFalse();
        assertThat(node.store.get(id).script()).isNull();
        assertThat(node.events(id)).containsExactly("project.created");
        node.checkpoints.commit(heir, "heir");
        assertThat(node.store.get(id).script()).isEqualTo("heir");
    }

    @Test
    void aCommitWhoseAnswerWasLostMayBeRepeatedWithoutEffect() {
        String id = node.create("Bees");
        Claim claim = node.claim(id, Stage.SCRIPT);
        node.checkpoints.commit(claim, "once");

        assertThat(node.checkpoints.commit(claim, "twice")).containsExactly(Stage.MEDIA, Stage.AUDIO);
        assertThat(node.store.get(id).script()).isEqualTo("once");
        assertThat(node.events(id)).containsExactly("project.created", "script.generated");
    }

    @Test
    void eventsCarryTheirProjectNameAndTime() {
        String id = node.create("Bees");
        OutboxEvent event = node.outbox.history(id).get(0);

        assertThat(event.payload())
                .contains("\"event\":\"project.created\"", "\"projectId\":\"" + id + "\"", "\"topic\":\"Bees\"")
                .contains("\"eventId\":\"" + event.eventId() + "\"", "\"at\":\"2026-01-01T12:00:00Z\"");
    }
}

package dev.viralvideo.pipeline;

import static dev.viralvideo.project.ProjectStatus.CANCELLED;
import static dev.viralvideo.project.ProjectStatus.COMPLETED;
import static dev.viralvideo.project.ProjectStatus.FAILED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.helpers.Stored;
import dev.viralvideo.intake.Aspect;
import dev.viralvideo.media.ShotNeed;
import dev.viralvideo.project.Project;
import dev.viralvideo.project.ProjectStatus;
import dev.viralvideo.script.Segment;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PipelineRoutesTest {
    @TempDir
    private static Path home;

    private static Rig rig;

    @BeforeAll
    static void start() throws Exception {
        rig = new Rig(home);
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @AfterEach
    void mend() throws Exception {
        rig.ends.reset();
        for (String plugin : List.of("voice-marytts", "media-local")) {
            rig.camel.getRouteController().startRoute(plugin);
        }
    }

    @Test
    void whereNoProviderIsAskedNothingIsFound() {
        ShotNeed need = new ShotNeed(
                "p",
                0,
                Segment.Kind.ITEM,
                List.of("bee"),
                "Bee",
                5,
                Aspect.PORTRAIT,
                List.of("backdrop"),
                List.of(),
                1,
                0.5);

        assertThat(rig.camel.createProducerTemplate().requestBody("direct:media-search", need, Findings.class))
                .isEqualTo(Findings.NONE);
    }

    @Test
    void theStagesFollowEachOtherAndEveryOneLeavesItsCheckpointAndEvents() {
        Project project = made(COMPLETED);

        assertThat(project.outputPath()).isEqualTo("/packages/1");
        assertThat(project.script()).contains("Bees dance");
        assertThat(project.mediaAssets()).contains("x.png");
        assertThat(project.audioTracks()).contains("mix.m4a");
        assertThat(List.copyOf(rig.ends.asked))
                .endsWith("publish")
                .containsSubsequence("render", "measure", "publish")
                .contains("search", "pictures", "speak", "ffmpeg", "thumbnail");
        assertThat(rig.ends.times("speak")).isEqualTo(2);
        assertThat(rig.ends.times("search")).isEqualTo(2);
        List<String> events = Stored.events(home, project.id());
        assertThat(events)
                .containsExactlyInAnyOrder(
                        "project.created",
                        "script.generated",
                        "media.sourced",
                        "audio.processed",
                        "rendering.completed",
                        "project.completed");
        assertThat(events).startsWith("project.created", "script.generated").endsWith("project.completed");
        // the project is complete a moment before its work folder is gone
        await().untilAsserted(() ->
                assertThat(home.resolve("data/work").resolve(project.id())).doesNotExist());
    }

    @Test
    void picturesAndSoundAreMadeAtTheSameTime() {
        CyclicBarrier both = new CyclicBarrier(2);
        Ends.Obstacle meets = time -> {
            if (time == 1) {
                both.await(10, TimeUnit.SECONDS);
            }
        };
        rig.ends.at("search", meets);
        rig.ends.at("ffmpeg", meets);

        made(COMPLETED);
    }

    @Test
    void theVideoWaitsForBoth() {
        CountDownLatch sound = new CountDownLatch(1);
        rig.ends.at("ffmpeg", time -> sound.await(10, TimeUnit.SECONDS));
        String id = rig.submit();

        await().until(() -> Stored.events(home, id).contains("media.sourced"));
        assertThat(rig.ends.times("render")).isZero();
        sound.countDown();
        await().until(() -> rig.ended(id));
        assertThat(rig.ends.times("render")).isOne();
    }

    @Test
    void whatATryAgainCanCureIsTriedAgainAndTheOtherStageIsNotDoneTwice() {
        rig.ends.at("ffmpeg", time -> {
            if (time < 3) {
                throw new Failure.Resource("DISK_FULL", "the disk is full");
            }
        });

        Project project = made(COMPLETED);

        assertThat(rig.ends.times("ffmpeg")).isEqualTo(3);
        assertThat(rig.ends.times("pictures")).isOne();
        assertThat(project.error()).isNull();
        assertThat(Stored.deadLetters(home, project.id())).isEmpty();
    }

    @Test
    void afterTheThirdTryTheProjectHasFailedAndLeavesADeadLetter() {
        rig.ends.at("render", time -> {
            throw new Failure.Resource("DISK_FULL", "the disk is full; free some space");
        });

        Project project = made(FAILED);

        assertThat(rig.ends.times("render")).isEqualTo(3);
        assertThat(project.error())
                .contains("RESOURCE", "DISK_FULL", "free some space", "\"stage\":\"VIDEO\"", "\"attempts\":3");
        assertThat(Stored.deadLetters(home, project.id()))
                .singleElement()
                .asString()
                .contains("DISK_FULL");
        assertThat(Stored.events(home, project.id())).endsWith("error.occurred");
    }

    @Test
    void whatATryAgainCannotCureFailsAtOnce() {
        rig.ends.at("speak", time -> {
            throw new Failure.Validation("BAD_TEXT", "this cannot be spoken");
        });

        Project project = made(FAILED);

        assertThat(project.error()).contains("VALIDATION", "BAD_TEXT", "\"attempts\":1");
    }

    /** They run beside each other, and what then fails must neither be lost nor leave the stage claimed for ever. */
    @ParameterizedTest
    @ValueSource(strings = {"measure", "thumbnail"})
    void whatFailsWhenTheVideoIsThereFailsTheStageToo(String end) {
        rig.ends.at(end, time -> {
            throw new Failure.Validation("TOO_DARK", "nothing can be seen");
        });

        assertThat(made(FAILED).error()).contains("VALIDATION", "TOO_DARK", "\"stage\":\"VIDEO\"");
        assertThat(rig.ends.times("publish")).isZero();
    }

    @Test
    void aBugFailsTheProjectAndIsNotTriedAgain() {
        rig.ends.at("ffmpeg", time -> {
            throw new IllegalStateException("a bug");
        });

        assertThat(made(FAILED).error()).contains("SYSTEM", "INTERNAL", "a bug");
        assertThat(rig.ends.times("ffmpeg")).isOne();
    }

    @Test
    void aStoppedVoiceIsNamedTogetherWithTheWayOut() throws Exception {
        rig.camel.getRouteController().stopRoute("voice-marytts");

        assertThat(made(FAILED).error()).contains("VOICE_NOT_RUNNING", "voice-marytts", "--voice");
        assertThat(rig.ends.times("speak")).isZero();
    }

    @Test
    void aMediaProviderThatFailsLeavesTheSegmentToTheOthers() {
        rig.ends.at("search", time -> {
            throw new Failure.ExternalService("PROVIDER_DOWN", true, "the provider is down", null);
        });

        made(COMPLETED);

        assertThat(rig.ends.times("search")).isEqualTo(2);
        assertThat(rig.ends.times("pictures")).isOne();
    }

    @Test
    void aStoppedMediaProviderIsNotAsked() throws Exception {
        rig.camel.getRouteController().stopRoute("media-local");

        made(COMPLETED);

        assertThat(rig.ends.times("search")).isZero();
    }

    @Test
    void aCancelledProjectBeginsNothingAnyMore() throws Exception {
        CountDownLatch cancelled = new CountDownLatch(1);
        rig.ends.at("ffmpeg", time -> cancelled.await(10, TimeUnit.SECONDS));
        String id = rig.submit();
        await().until(() -> rig.ends.times("ffmpeg") == 1);

        CompletableFuture<Void> abandoned = CompletableFuture.runAsync(() -> rig.engine.abandon(id));
        await().until(() -> rig.ended(id));
        cancelled.countDown();
        abandoned.get(10, TimeUnit.SECONDS);

        await().until(() -> rig.camel.getInflightRepository().size() == 0);
        assertThat(rig.project(id).status()).isEqualTo(CANCELLED);
        assertThat(rig.project(id).audioTracks()).isNull();
        assertThat(rig.ends.times("render")).isZero();
        assertThat(Stored.deadLetters(home, id)).isEmpty();
    }

    @Test
    void aLostHintOrADoubleOneDoesNoHarm() {
        String id = rig.submit();
        for (int i = 0; i < 5; i++) {
            rig.camel.createProducerTemplate().sendBody("seda:script", id);
        }
        rig.camel.createProducerTemplate().sendBody("seda:video", id);
        await().until(() -> rig.ended(id));

        assertThat(rig.project(id).status()).isEqualTo(COMPLETED);
        assertThat(rig.ends.times("speak")).isEqualTo(2);
        assertThat(rig.ends.times("publish")).isOne();
    }

    @Test
    void aStageThatWasTakenAwayAndThenLeftLyingIsDoneAgain() throws Exception {
        rig.ends.at("publish", time -> {
            if (time == 1) {
                // a service that believes us dead opens the stage again, and ends itself
                Stored.change(home, "update stage_state set state = 'READY', worker = null where state = 'CLAIMED'");
            }
        });
        String id = rig.submit();

        assertThat(rig.engine.awaitSettled(id, 20_000)).isTrue();

        assertThat(rig.project(id).status()).isEqualTo(COMPLETED);
        assertThat(rig.ends.times("publish")).isEqualTo(2);
        assertThat(Stored.events(home, id)).containsOnlyOnce("project.completed");
    }

    private Project made(ProjectStatus expected) {
        String id = rig.submit();
        // as a command waits: it looks after its project, too, where a hint came a moment before its time and was lost
        await().atMost(Duration.ofSeconds(20)).until(() -> rig.engine.awaitSettled(id, 50));
        Project project = rig.project(id);
        assertThat(project.status()).as(project.error()).isEqualTo(expected);
        return project;
    }
}

package dev.viralvideo.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.viralvideo.intake.Request;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("dev.viralvideo.project.TestDatabase#all")
class SubmissionsTest {
    private final Node node;

    SubmissionsTest(TestDatabase kind) {
        node = Node.on(kind);
    }

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void aSubmissionIsAQueuedProjectWhoseScriptIsReady() {
        Submission submission = new Submission(Request.of("Bees"), null, "broker", "replies", "42");
        String id = node.submissions.create(submission).projectId();

        Project project = node.store.get(id);
        assertThat(project.topic()).isEqualTo("Bees");
        assertThat(project.request()).isEqualTo(Request.of("Bees"));
        assertThat(project.status()).isEqualTo(ProjectStatus.QUEUED);
        assertThat(project.priority()).isEqualTo(4);
        assertThat(project.source()).isEqualTo("broker");
        assertThat(project.replyTo()).isEqualTo("replies");
        assertThat(project.correlationId()).isEqualTo("42");
        assertThat(project.createdAt()).isEqualTo(node.clock.instant());
        assertThat(node.events(id)).containsExactly("project.created");
        assertThat(node.claims.due(Stage.SCRIPT, 10)).containsExactly(id);
        assertThat(node.claims.due(Stage.MEDIA, 10)).isEmpty();
    }

    @Test
    void theSameTopicGetsTheSameSeed() {
        assertThat(node.store.get(node.create("Bees")).seed())
                .isEqualTo(node.store.get(node.create("Bees")).seed())
                .isNotEqualTo(node.store.get(node.create("Wasps")).seed());
    }

    @Test
    void fiftySubmissionsOfOneKeyAtOnceAreOneProject() throws Exception {
        List<Accepted> answers =
                Together.run(50, i -> node.submissions.create(Submission.of(Request.of("Bees"), "same key")));

        assertThat(answers)
                .extracting(Accepted::projectId)
                .containsOnly(answers.get(0).projectId());
        assertThat(answers).filteredOn(Accepted::created).hasSize(1);
        assertThat(node.store.list(null, null, 100)).hasSize(1);
        assertThat(node.events(answers.get(0).projectId())).containsExactly("project.created");
    }

    @Test
    void overlappingBatchesInOppositeOrderMakeEachKeyOnce() throws Exception {
        Together.run(8, i -> {
            List<Submission> batch = IntStream.range(0, 100)
                    .mapToObj(n -> i % 2 == 0 ? n : 99 - n)
                    .map(n -> Submission.of(Request.of("Topic " + n), "key " + n))
                    .toList();
            return node.submissions.createAll(batch);
        });

        assertThat(node.store.list(null, null, 1000)).hasSize(100);
    }

    @Test
    void aKeyTwiceInOneBatchIsOneProject() {
        Submission submission = Submission.of(Request.of("Bees"), "k".repeat(5000));
        List<Accepted> answers = node.submissions.createAll(
                List.of(submission, Submission.of(Request.of("Wasps"), (String) null), submission));

        assertThat(answers).extracting(Accepted::created).containsExactly(true, true, false);
        assertThat(answers.get(2).projectId()).isEqualTo(answers.get(0).projectId());
        assertThat(node.store.list(null, null, 10)).hasSize(2);
    }

    @Test
    void hostileTextStaysData() {
        List<String> topics = List.of(
                "'); drop table project_state; --",
                "a\\b \"c\" $$ :id <keys> ?",
                "🐝 пчёлы 蜜蜂 ‮",
                "half \uD83D pair",
                "nul\0nul");
        List<String> stored = topics.stream()
                .map(topic -> node.store.get(node.create(topic)).topic())
                .toList();

        assertThat(stored.subList(0, 3)).isEqualTo(topics.subList(0, 3));
        assertThat(stored.subList(3, 5)).containsExactly("half \uFFFD pair", "nul\uFFFDnul");
    }

    @Test
    void idsAreDistinctAndSortByAge() {
        List<String> ids = node
                .submissions
                .createAll(IntStream.range(0, 2000)
                        .mapToObj(i -> Submission.of(Request.of("Topic " + i), (String) null))
                        .toList())
                .stream()
                .map(Accepted::projectId)
                .toList();

        assertThat(new HashSet<>(ids)).hasSize(2000);
        assertThat(ids).isSorted().allMatch(id -> id.matches("[0-9a-z]{16}"));
    }
}

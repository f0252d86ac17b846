package dev.viralvideo.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("dev.viralvideo.project.TestDatabase#all")
class OutboxTest {
    private final Node node;
    private final Outbox other;
    private final List<OutboxEvent> published = Collections.synchronizedList(new ArrayList<>());

    OutboxTest(TestDatabase kind) {
        node = Node.on(kind);
        other = new Outbox(node.database, node.clock, "other node");
    }

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void eventsAreRelayedOnceAndInOrder() {
        String id = node.create("Bees");
        node.done(id, Stage.SCRIPT);
        node.done(id, Stage.MEDIA);

        assertThat(node.outbox.relayBatch(2, published::add)).isEqualTo(2);
        assertThat(node.outbox.relayBatch(2, published::add)).isEqualTo(1);
        assertThat(node.outbox.relayBatch(2, published::add)).isZero();
        assertThat(names()).containsExactly("project.created", "script.generated", "media.sourced");
    }

    @Test
    void anEventThatCannotBePublishedHoldsBackItsProjectOnly() {
        String stuck = node.create("Stuck");
        String free = node.create("Free");
        node.done(stuck, Stage.SCRIPT);
        node.done(free, Stage.SCRIPT);
        Consumer<OutboxEvent> picky = event -> {
            if (event.projectId().equals(stuck)) {
                throw new IllegalStateException("refused");
            }
            published.add(event);
        };

        assertThat(node.outbox.relayBatch(10, picky)).isEqualTo(2);
        assertThat(published).extracting(OutboxEvent::projectId).containsOnly(free);
        assertThat(node.outbox.relayBatch(10, published::add)).isEqualTo(2);
        assertThat(names().subList(2, 4)).containsExactly("project.created", "script.generated");
    }

    @Test
    void aCrashBetweenPublishAndMarkPublishesTheSameEventAgain() {
        node.create("Bees");
        Consumer<OutboxEvent> crash = event -> {
            published.add(event);
            throw new Error("killed");
        };
        try {
            node.outbox.relayBatch(10, crash);
        } catch (Error expected) {
            assertThat(expected).hasMessage("killed");
        }
        node.outbox.relayBatch(10, published::add);

        assertThat(published).hasSize(2);
        assertThat(published.get(1)).isEqualTo(published.get(0));
    }

    @Test
    void whileOneNodeRelaysTheOtherStandsBackUntilTheFirstIsGone() {
        node.create("Bees");
        node.outbox.relayBatch(1, published::add);
        node.create("Wasps");

        assertThat(other.relayBatch(1, published::add)).isZero();
        node.clock.move(Duration.ofSeconds(6));
        assertThat(other.relayBatch(1, published::add)).isEqualTo(1);
        node.create("Ants");
        node.clock.move(Duration.ofHours(-1));
        assertThat(node.outbox.relayBatch(1, published::add))
                .as("the lease is from before the clock went back")
                .isEqualTo(1);
    }

    @Test
    void firstAppearancesAreInOrderEvenWhenTwoNodesRelayAtOnce() throws Exception {
        List<String> ids =
                IntStream.range(0, 10).mapToObj(i -> node.create("Topic " + i)).toList();
        ids.forEach(id -> {
            node.done(id, Stage.SCRIPT);
            node.done(id, Stage.MEDIA);
            node.done(id, Stage.AUDIO);
        });
        Together.run(2, i -> {
            Outbox outbox = i == 0 ? node.outbox : other;
            for (int n = 0; n < 40; n++) {
                node.clock.move(Duration.ofSeconds(6)); // every lease is over at once
                outbox.relayBatch(7, published::add);
            }
            return null;
        });

        for (String id : ids) {
            assertThat(new LinkedHashSet<>(published.stream()
                            .filter(e -> e.projectId().equals(id))
                            .map(OutboxEvent::name)
                            .toList()))
                    .containsExactly("project.created", "script.generated", "media.sourced", "audio.processed");
        }
    }

    @Test
    void ageAndPurgeFollowTheOldestEvent() {
        assertThat(node.outbox.age()).isZero();
        String id = node.create("Bees");
        node.clock.move(Duration.ofSeconds(90));
        assertThat(node.outbox.age()).isEqualTo(Duration.ofSeconds(90));
        node.outbox.relayBatch(10, published::add);
        assertThat(node.outbox.age()).isZero();
        assertThat(node.outbox.purge(node.clock.instant())).isZero();
        node.clock.move(Duration.ofDays(8));
        assertThat(node.outbox.purge(node.clock.instant().minus(Duration.ofDays(7))))
                .isEqualTo(1);
        assertThat(node.events(id)).isEmpty();
    }

    private List<String> names() {
        return published.stream().map(OutboxEvent::name).toList();
    }
}

package dev.viralvideo.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.viralvideo.failure.Failure;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("dev.viralvideo.project.TestDatabase#all")
class DeadLettersTest {
    private final Node node;
    private final List<String> takenIn = new ArrayList<>();
    private final DeadLetters letters;

    DeadLettersTest(TestDatabase kind) {
        node = Node.on(kind);
        letters = new DeadLetters(node.database, node.clock, node.steering, letter -> {
            if (letter.payload().equals("{")) {
                throw new Failure.Validation("BROKEN_JSON", "still broken");
            }
            takenIn.add(letter.payload());
        });
    }

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void theReplayOfAProjectGoesOnWhereItStopped() {
        String id = failed();
        long letter = letters.list(0, 10).get(0).id();

        letters.replay(letter);

        assertThat(node.claims.due(Stage.MEDIA, 10)).containsExactly(id);
        assertThat(letters.list(0, 10)).isEmpty();
        assertThatThrownBy(() -> letters.replay(letter)).hasMessageContaining("was replayed");
        assertThatThrownBy(() -> letters.replay(4711)).hasMessageContaining("no dead letter 4711");
    }

    @Test
    void aReplayOfAllSkipsWhatStillCannotBeTakenIn() {
        letters.add("broker", "not JSON", "{");
        letters.add("broker", "unknown template", "{\"topic\":\"Bees\"}\0");
        failed();

        assertThat(letters.replayAll()).isEqualTo(2);
        assertThat(takenIn).containsExactly("{\"topic\":\"Bees\"}\uFFFD");
        assertThat(letters.list(0, 10)).extracting(DeadLetter::payload).containsExactly("{");
    }

    private String failed() {
        String id = node.create("Bees");
        node.done(id, Stage.SCRIPT);
        node.failures.fail(node.claim(id, Stage.MEDIA), new Failure.Validation("X", "x"), null);
        return id;
    }
}

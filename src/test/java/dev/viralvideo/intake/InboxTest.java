package dev.viralvideo.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InboxTest {
    @TempDir
    private Path folder;

    private Inbox inbox;

    @BeforeEach
    void make() {
        inbox = Inbox.in(folder);
    }

    @Test
    void nothingThatIsThereIsReplaced() throws IOException {
        for (String content : List.of("first", "second", "third")) {
            inbox.done(Files.writeString(folder.resolve("topics.txt"), content));
        }

        assertThat(names(".done")).containsExactly("topics-2.txt", "topics-3.txt", "topics.txt");
        assertThat(folder.resolve(".done/topics-2.txt")).hasContent("second");
        assertThat(folder.resolve("topics.txt")).doesNotExist();
    }

    @Test
    void aFileThatCannotBeMovedStaysAndItsNameIsFree() throws IOException {
        Path gone = folder.resolve("gone.txt");

        assertThat(catchThrowable(() -> inbox.done(gone))).isInstanceOf(IOException.class);
        assertThat(names(".done")).isEmpty();
    }

    @Test
    void whatAKilledProcessLeftIsRemovedAndWhatIsFinishedStays() throws IOException {
        Files.writeString(folder.resolve(".done/topics.txt"), "Bees");
        Files.createFile(folder.resolve(".done/reserved.txt"));
        Files.createFile(folder.resolve(".failed/empty.txt"));
        Files.writeString(folder.resolve(".failed/empty.txt.error.txt"), "empty.txt is empty");
        try (RejectedRows rejected = inbox.rejectedRows()) {
            rejected.add("of a list that is not finished");
            assertThat(names(".failed")).hasSize(3);

            Inbox.in(folder);
        }

        assertThat(names(".done")).containsExactly("topics.txt");
        assertThat(names(".failed")).containsExactly("empty.txt", "empty.txt.error.txt");
    }

    private List<String> names(String in) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(in))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}

package dev.viralvideo.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.viralvideo.StubbedService;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderIntakeTest {
    @TempDir
    private Path home;

    private Path inbox;
    private StubbedService service;

    @BeforeAll
    static void bePatient() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
    }

    @AfterAll
    static void beAsBefore() {
        Awaitility.reset();
    }

    @BeforeEach
    void makeInbox() throws IOException {
        inbox = Files.createDirectories(home.resolve("inbox"));
    }

    @AfterEach
    void stop() {
        if (service != null) {
            service.close();
        }
    }

    @Test
    void everyKindOfGoodFileIsTakenInAndEndsInDone() throws IOException {
        drop("a.txt", "# mine\nTopic one\n\nTopic two\n");
        drop("b.JSON", "[{\"topic\":\"Topic three\"},{\"topic\":\"Topic four\",\"aspect\":\"16:9\"}]");
        drop("c.yaml", "topic: Topic five\n");
        drop("d.yml", "- topic: Topic six\n");
        drop("e.csv", "topic,priority\nTopic seven,9\n");
        drop("f.md", "# Topic eight\n\nFirst.\n\nSecond.\n");
        service = StubbedService.at(home).start();

        await().until(() -> service.completed() == 8);
        assertThat(names("")).isEmpty();
        assertThat(names(".done")).containsExactly("a.txt", "b.JSON", "c.yaml", "d.yml", "e.csv", "f.md");
        assertThat(names(".failed")).isEmpty();
        assertThat(service.topics())
                .containsExactlyInAnyOrder(
                        "Topic one",
                        "Topic two",
                        "Topic three",
                        "Topic four",
                        "Topic five",
                        "Topic six",
                        "Topic seven",
                        "Topic eight");
    }

    @Test
    void ofAFileWithBadRowsTheGoodOnesAreMadeAndTheBadOnesListed() throws IOException {
        drop(
                "mixed.csv",
                """
                topic,template,voice
                Bees,,
                ,facts,
                Wasps,no-such-template,
                Ants,,no-such-voice
                <script>alert(1)</script>,,
                Flies,,
                """);
        drop("broken.json", "[{\"topic\":\"Moths\"},\n {\"topic\": }]");
        drop("empty.txt", "");
        drop("latin1.txt", "Caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
        drop("latin1.csv", "topic\nCaf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
        service = StubbedService.at(home).start();

        await().until(() -> names("").isEmpty() && service.completed() == 3);
        assertThat(service.topics()).containsExactlyInAnyOrder("Bees", "Flies", "Moths");
        assertThat(names(".failed"))
                .containsExactly(
                        "broken.json",
                        "broken.json.error.txt",
                        "empty.txt",
                        "empty.txt.error.txt",
                        "latin1.csv",
                        "latin1.csv.error.txt",
                        "latin1.txt",
                        "latin1.txt.error.txt",
                        "mixed.csv",
                        "mixed.csv.error.txt");
        assertThat(errors("mixed.csv"))
                .hasSize(5)
                .satisfies(lines -> assertThat(lines.get(0))
                        .contains("2 topics were taken in")
                        .contains("4 could not"))
                .anyMatch(line -> line.contains("row 3") && line.contains("topic"))
                .anyMatch(line -> line.contains("row 4") && line.contains("'no-such-template' is not known"))
                .anyMatch(line -> line.contains("row 5") && line.contains("no-such-voice"))
                .anyMatch(line -> line.contains("row 6") && line.contains("<script"));
        assertThat(errors("broken.json").get(1)).startsWith("broken.json:2:").contains("cannot be parsed");
        assertThat(errors("latin1.txt").get(1)).startsWith("latin1.txt:1: is not UTF-8");
        assertThat(errors("empty.txt").get(1)).startsWith("empty.txt: is empty");
        assertThat(errors("latin1.csv").get(1))
                .startsWith("latin1.csv:")
                .contains("is not UTF-8")
                .doesNotContain("Object");
    }

    @Test
    void theSameContentTwiceWhileItIsWorkedOnMakesItsTopicsOnce() throws IOException {
        CountDownLatch mayWork = new CountDownLatch(1);
        service = StubbedService.at(home)
                .working((stage, order) -> pause(mayWork))
                .start();
        drop("one.txt", "Bees\nWasps\n");
        drop("two.txt", "Bees\nWasps\n");
        await().until(() -> names("").isEmpty());
        drop("one.txt", "Bees\nWasps\n");
        await().until(() -> names("").isEmpty());

        assertThat(names(".done")).containsExactly("one-2.txt", "one.txt", "two.txt");
        assertThat(service.topics()).containsExactlyInAnyOrder("Bees", "Wasps");
        mayWork.countDown();
        await().until(() -> service.completed() == 2);

        drop("one.txt", "Bees\nWasps\n");
        await("topics that are finished are made again").until(() -> service.completed() == 4);
        Files.move(inbox.resolve(".done/two.txt"), inbox.resolve("two.txt"));
        await("also of the very same file").until(() -> service.completed() == 6);
    }

    @Test
    void aFileThatIsReadButNotMovedMakesNothingTwiceAfterARestart() throws Exception {
        drop("one.txt", "Bees\nWasps\n");
        Path elsewhere = home.resolve("elsewhere");
        Files.createDirectories(elsewhere);
        Files.createSymbolicLink(inbox.resolve(".done"), elsewhere);
        service = StubbedService.at(home).start();
        Files.delete(elsewhere); // from now on no file can be moved there

        await().until(() -> service.completed() == 2);
        assertThat(names("")).containsExactly("one.txt");
        service.close();
        Files.createDirectories(elsewhere);
        service = StubbedService.at(home).start();
        await().until(() -> names("").isEmpty());

        assertThat(service.topics()).containsExactlyInAnyOrder("Bees", "Wasps");
        drop("again.txt", "Bees\nWasps\n");
        await().until(() -> service.completed() == 4);
    }

    @Test
    void aFileThatIsStillWrittenIsLeftAloneHoweverLongTheWriterPauses() throws Exception {
        service = StubbedService.at(home).start();
        Path file = inbox.resolve("slow.txt");
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write("Bees\n".getBytes(StandardCharsets.UTF_8));
            out.flush();
            await().pollDelay(Duration.ofSeconds(2))
                    .until(() -> service.topics().isEmpty() && Files.exists(file));
            out.write("Wasps\n".getBytes(StandardCharsets.UTF_8));
        }
        await().until(() -> service.completed() == 2);
        assertThat(names(".done")).containsExactly("slow.txt");
    }

    @Test
    void hostileNamesAreDataAndWhatIsNoTopicFileIsLeftAlone() throws IOException {
        Path secret = Files.writeString(home.resolve("secret.txt"), "Secret\n");
        Files.createSymbolicLink(inbox.resolve("link.txt"), secret);
        Files.createDirectories(inbox.resolve("folder.txt"));
        drop("notes.pdf", "not ours");
        drop(".hidden.txt", "not yet\n");
        String longest = "x".repeat(251) + ".txt";
        List<String> names = List.of(
                "new\nline.txt",
                "-rf.txt",
                "a..\\..\\up.txt",
                "$(touch x).txt",
                "${env:HOME} {{vvg.inbox}}.txt",
                "%2e%2e.txt",
                "caf\u00e9 \u2603.txt",
                longest,
                "a;b|c&d.txt",
                "\u202etxt.exe.txt");
        for (int i = 0; i < names.size(); i++) {
            drop(names.get(i), "Topic " + i + "\n" + (i % 2 == 0 ? "" : "javascript:alert(1)\n"));
        }
        service = StubbedService.at(home).start();

        await().until(() -> service.completed() == names.size());
        await().until(() -> names("").equals(List.of(".hidden.txt", "folder.txt", "link.txt", "notes.pdf")));
        assertThat(service.topics()).doesNotContain("Secret");
        assertThat(names(".done")).hasSize(names.size() / 2);
        assertThat(names(".failed")).hasSize(names.size());
        assertThat(secret).hasContent("Secret\n");
        assertThat(inbox.resolve(".failed/" + longest)).exists();
        drop("a..\\..\\up.txt", "Another topic\n");
        await("the same name once more").until(() -> service.completed() == names.size() + 1);
    }

    private void drop(String name, String content) throws IOException {
        drop(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private void drop(String name, byte[] content) throws IOException {
        Path temporary = Files.write(home.resolve("dropped.tmp"), content);
        Files.move(temporary, inbox.resolve(name));
    }

    private List<String> names(String folder) {
        try (Stream<Path> files = Files.list(inbox.resolve(folder))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals(".done") && !name.equals(".failed"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> errors(String name) throws IOException {
        return Files.readAllLines(inbox.resolve(".failed").resolve(name + ".error.txt"));
    }

    private static void pause(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package dev.viralvideo.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Wrong use and bad input: one clear line, the right exit code, nothing left behind. */
class CommandTest {
    private static final int WRONG_USE = 2;

    @TempDir
    private static Path home;

    static Stream<Arguments> badTopics() {
        return Stream.of(
                arguments("", "is empty"),
                arguments("   ", "is empty"),
                arguments("x".repeat(200), "fewer than 200"),
                arguments("bees\tand\nhoney", "control character"),
                arguments("bell\u0007", "control character"),
                arguments("<script>alert(1)</script>", "<script"),
                arguments("javascript:alert(1)", "javascript:"),
                arguments("bees onclick=alert(1)", "event handler"),
                arguments("bees \uFFFD honey", "could not be read"),
                arguments("5 reasons to drink water", "has no reasons"),
                arguments("12345", "no word"),
                arguments("🐝🐝🐝", "--points"),
                arguments("пчёлы", "--points"),
                arguments("xqzzv blorft", "--points"));
    }

    @ParameterizedTest
    @MethodSource("badTopics")
    void aTopicThatCannotBeUsedIsRefusedWithTheReason(String topic, String reason) {
        refused(reason, "make", topic);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "make",
                "serve",
                "submit",
                "list",
                "status",
                "cancel",
                "retry",
                "dead list",
                "keys set",
                "tokens create",
                "users set",
                "doctor",
                "config show"
            })
    void everyCommandExplainsItself(String command) {
        List<String> words = new ArrayList<>(List.of(command.split(" ")));
        words.add("--help");

        Run run = Run.exactly(words.toArray(String[]::new));

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().get(0)).startsWith("Usage: vvg " + command);
    }

    @Test
    void commandsWithArgumentsOfTheirOwnGetThem() {
        Run created = Run.vvg(home, "tokens", "create", "a studio", "--scope", "write", "--days", "9");
        assertThat(created.exitCode()).as("%s", created.err()).isZero();
        Run listed = Run.vvg(home, "tokens", "list");
        assertThat(listed.out())
                .singleElement()
                .asString()
                .containsIgnoringCase("write")
                .endsWith("a studio");
        String id = listed.out().get(0).split(" ")[0];
        assertThat(Run.vvg(home, "tokens", "revoke", id).out()).containsExactly(id + " is revoked");
        assertThat(Run.vvg(home, "dead", "list", "--limit", "2").exitCode()).isZero();
    }

    static Stream<Arguments> badOptions() {
        return Stream.of(
                arguments("use one of", List.of("--template", "nope")),
                arguments("plain name", List.of("--template", "../../etc/passwd")),
                arguments("use one of", List.of("--voice", "nope")),
                arguments("9:16, 16:9, 1:1", List.of("--aspect", "4:3")),
                arguments("caption style 'nope'", List.of("--captions", "nope")),
                arguments("use one of none", List.of("--music", "nope")),
                arguments("5 to 600", List.of("--duration", "-5")),
                arguments("5 to 600", List.of("--duration", "NaN")),
                arguments("'long' is not a number", List.of("--duration", "long")),
                arguments("is not a whole number", List.of("--seed", "99999999999999999999")),
                arguments("does not exist", List.of("--points", "no/such/file.txt")),
                arguments("is not a file", List.of("--points", ".")),
                arguments("not there", List.of("--media", "no/such/folder")),
                arguments("not a folder", List.of("--media", "pom.xml")),
                arguments("0 to 51", List.of("--set", "vvg.video.crf=99")),
                arguments("did you mean", List.of("--set", "vvg.video.crff=9")),
                arguments("KEY=VALUE", List.of("--set", "novalue")),
                arguments("is not embedded, system", List.of("--set", "vvg.ffmpeg=/no/such/ffmpeg")),
                arguments("Unknown option", List.of("--nope")),
                arguments("did you mean --template", List.of("--templat", "facts")),
                arguments("'another' is one argument too many", List.of("another", "topic")));
    }

    @ParameterizedTest
    @MethodSource("badOptions")
    void anOptionThatCannotBeUsedIsRefusedWithWhatCan(String reason, List<String> options) {
        List<String> line = new ArrayList<>(List.of("make", "bees"));
        line.addAll(options);
        refused(reason, line.toArray(String[]::new));
    }

    static Stream<Arguments> badFiles() {
        return Stream.of(
                arguments("empty.txt", "", "is empty"),
                arguments("comments.txt", "# nothing\n", "no topic"),
                arguments("latin.txt", "caf\u00e9\n", ":1: is not UTF-8"),
                arguments("broken.yaml", "topic: bees\n  duration: [1,\n", ":2:"),
                arguments("broken.json", "{\"topic\":\"bees\",\n \"duration\": }", ":2:14"),
                arguments("field.yaml", "topic: bees\ntemplte: facts\n", "did you mean 'template'"),
                arguments("negative.yaml", "topic: bees\nduration: -5\n", "5 to 600"),
                arguments("unclosed.csv", "topic\n\"bees\n", "cannot be parsed"),
                arguments("thing.pdf", "x", "has an ending"));
    }

    @ParameterizedTest
    @MethodSource("badFiles")
    void aFileThatCannotBeReadIsRefusedWithThePlace(String name, String content, String reason) throws IOException {
        Path file = Files.write(home.resolve(name), content.getBytes(StandardCharsets.ISO_8859_1));
        refused(reason, "make", file.toString());
    }

    @Test
    void aFileThatIsNotThereIsNotTakenForATopic() {
        refused("does not exist", "make", home.resolve("none.yaml").toString());
    }

    @Test
    void everyBadRowIsTold() throws IOException {
        Path file = Files.writeString(home.resolve("rows.txt"), "javascript:x\n🐝\n");
        Run run = Run.vvg(home, "make", file.toString(), "--json");
        assertThat(run.exitCode()).isEqualTo(WRONG_USE);
        assertThat(run.err()).hasSize(2);
        assertThat(run.err().get(0)).contains("rows.txt:1");
        assertThat(run.err().get(1)).contains("rows.txt:2");
        assertThat(run.json().path("status").asText()).isEqualTo("FAILED");
        assertThat(run.json().path("projects")).hasSize(2);
    }

    @Test
    void whatIsWrongInAFileIsToldBeforeTheFirstOfItsTopicsIsMade() throws IOException {
        Path file = Files.writeString(
                home.resolve("late.json"), "[{\"topic\":\"5 reasons to drink water\"},\n {\"topic\": ]");
        Run run = Run.vvg(home, "make", file.toString());
        assertThat(run.exitCode()).isEqualTo(WRONG_USE);
        assertThat(run.err()).hasSize(2);
        assertThat(run.err().get(0)).contains("late.json:2:");
        assertThat(run.err().get(1)).contains("has no reasons");
    }

    @Test
    void asJsonARefusalIsOneObjectToo() {
        Run run = Run.vvg(home, "make", "", "--json");
        assertThat(run.exitCode()).isEqualTo(WRONG_USE);
        assertThat(run.out()).hasSize(1);
        assertThat(run.json().path("status").asText()).isEqualTo("REFUSED");
        assertThat(run.json().path("error").path("code").asText()).isEqualTo("TOPIC_EMPTY");
    }

    @Test
    void asJsonWrongUseIsOneObjectToo() {
        Run run = Run.vvg(home, "make", "bees", "--json", "--nope");
        assertThat(run.exitCode()).isEqualTo(WRONG_USE);
        assertThat(run.out()).hasSize(1);
        assertThat(run.json().path("error").path("code").asText()).isEqualTo("WRONG_USE");
    }

    @Test
    void theStackTraceIsForThoseWhoAskForIt() {
        assertThat(Run.vvg(home, "make", "", "--verbose").err()).anyMatch(line -> line.startsWith("\tat "));
    }

    @Test
    void aHomeThatCannotBeWrittenIsTold() {
        Run run = Run.exactly("make", "bees", "--home", "pom.xml");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).singleElement().asString().contains("pom.xml").contains("--home");
    }

    @Test
    void aConfigurationThatCannotBeReadIsToldInPlainWords(@TempDir Path other) throws IOException {
        Files.createDirectories(other.resolve("config/application.properties"));
        Run run = Run.vvg(other, "config", "show");
        assertThat(run.exitCode()).isEqualTo(WRONG_USE);
        assertThat(run.err())
                .singleElement()
                .asString()
                .endsWith("application.properties cannot be read: is a directory");
    }

    @Test
    void theDoctorTellsWhatAFolderLacksInPlainWords() {
        Run run = Run.exactly("doctor", "--home", "pom.xml");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .filteredOn(line -> line.contains("MISSING"))
                .hasSizeGreaterThan(2)
                .noneMatch(line -> line.contains("Exception"));
    }

    @Test
    void aCommandThatThereIsNotIsToldWithTheOneThatWasMeant() {
        assertThat(Run.exactly("mak", "bees").err())
                .singleElement()
                .asString()
                .contains("no command 'mak'", "did you mean make?");
        assertThat(Run.exactly("5 facts about bees").err())
                .singleElement()
                .asString()
                .contains("vvg make \"TOPIC\"");
    }

    @Test
    void withoutACommandTheUsageIsTold() {
        Run run = Run.exactly();
        assertThat(run.exitCode()).isEqualTo(WRONG_USE);
        assertThat(String.join("\n", run.err())).contains("make", "templates", "voices", "doctor", "config");
    }

    @Test
    void theListsAreForReading() {
        assertThat(Run.vvg(home, "templates").out()).hasSizeGreaterThanOrEqualTo(5);
        assertThat(Run.vvg(home, "voices").out()).anyMatch(line -> line.startsWith("cmu-slt-hsmm"));
        assertThat(Run.vvg(home, "config", "validate").exitCode()).isZero();
        assertThat(Run.vvg(home, "config", "show", "--set", "vvg.video.crf=18").out())
                .anyMatch(line -> line.contains("vvg.video.crf") && line.contains("= 18") && line.contains("argument"));
    }

    @Test
    void theDoctorLooksAtTheDatabaseThatIsSet() {
        String url = "jdbc:sqlite:" + home.resolve("elsewhere.db");

        assertThat(Run.vvg(home, "doctor", "--set", "vvg.db.url=" + url).out())
                .anyMatch(line -> line.contains("database") && line.contains(url));
    }

    private static void refused(String reason, String... arguments) {
        Run run = Run.vvg(home, arguments);
        assertThat(run.err()).singleElement().asString().startsWith("vvg: ").contains(reason);
        assertThat(run.exitCode()).isEqualTo(WRONG_USE);
        assertThat(home.resolve("output").toFile().list()).isNullOrEmpty();
        assertThat(home.resolve("data/work").toFile().list()).isNullOrEmpty();
    }
}

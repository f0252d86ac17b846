package dev.viralvideo.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.viralvideo.failure.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopicFileTest {
    private static final String FULL_JSON =
            """
            {"topic": "bees", "template": "facts", "language": "en", "voice": "v", "aspect": "1:1", "duration": 20.5,
             "music": "calm", "captions": "pop", "points": ["a", "b"], "script": ["c"], "media": ["x.jpg"],
             "priority": 3, "callback": "https://example.org/x", "seed": 12}""";

    private final TopicFile files = new TopicFile(1_000_000);

    @TempDir
    Path folder;

    @Test
    void textHasOneTopicALine() throws IOException {
        List<TopicRow> rows = read("t.txt", "\uFEFF# mine\r\nbees\r\n\r\n  # no\r\n<script>\r\nSaturn");
        assertThat(topics(rows)).containsExactly("bees", "Saturn");
        assertThat(messages(rows)).singleElement().asString().startsWith("t.txt:5: the topic contains <script");
        assertThat(rows.get(0).position()).isEqualTo("t.txt:2");
    }

    @Test
    void jsonYamlAndCsvAcceptTheSameFields() throws IOException {
        Request json = single("t.json", FULL_JSON);
        Request yaml = single(
                "t.yaml",
                """
                topic: bees
                template: facts
                language: en
                voice: v
                aspect: 1:1
                duration: 20.5
                music: calm
                captions: pop
                points: [a, b]
                script:
                  - c
                media: x.jpg
                priority: 3
                callback: https://example.org/x
                seed: 12
                """);
        Request csv = single(
                "t.csv",
                """
                topic,template,language,voice,aspect,duration,music,captions,points,script,media,priority,callback,seed
                bees,facts,en,v,1:1,20.5,calm,pop,a|b,c,x.jpg,3,https://example.org/x,12
                """);
        assertThat(json.points()).containsExactly("a", "b");
        assertThat(yaml).isEqualTo(json);
        assertThat(csv).isEqualTo(json);
    }

    @Test
    void aWrongEntryDoesNotStopTheOnesBehindIt() throws IOException {
        List<TopicRow> rows = read(
                "t.json",
                """
                [{"topic": "one"},
                 {"topic": "two", "tempalte": {"deep": [1, {"x": 2}]}, "duration": 3},
                 {"topic": "three", "duration": "long"},
                 17,
                 {"topic": "five", "points": ["a", {"b": 1}]},
                 {"duration": 10},
                 {"topic": "seven", "topic": "again"},
                 {"topic": "eight"}]""");
        assertThat(topics(rows)).containsExactly("one", "eight");
        assertThat(messages(rows))
                .containsExactly(
                        "t.json:2:19: field 'tempalte' is not known; did you mean 'template'?",
                        "t.json:3:2: duration must be a number, is 'long'",
                        "t.json:4:2: an entry must be an object with fields such as topic: …",
                        "t.json:5:20: points must be a list of texts",
                        "t.json:6:2: field 'topic' is missing; every entry needs one",
                        "t.json:7:21: topic is given twice; keep one of them");
    }

    @Test
    void yamlMayHoldSeveralDocumentsAndLists() throws IOException {
        List<TopicRow> rows =
                read("t.yml", "topic: one\n---\n- topic: two\n- topic: three\n  aspect: 4:3\n---\ntopic: four\n");
        assertThat(topics(rows)).containsExactly("one", "two", "four");
        assertThat(messages(rows)).singleElement().asString().contains("aspect '4:3' is not known; use one of 9:16");
    }

    @Test
    void brokenSyntaxIsToldWithLineAndColumn() throws IOException {
        assertThat(messages(read("t.json", "[{\"topic\": \"one\"},\n {\"topic\": oops}]")))
                .singleElement()
                .asString()
                .startsWith("t.json:2:")
                .contains("cannot be parsed");
        assertThat(messages(read("t.yaml", "topic: one\nmusic: [calm\n")))
                .last()
                .asString()
                .startsWith("t.yaml:")
                .contains("cannot be parsed");
        assertThat(messages(read("t.csv", "topic,music\nbees,calm\n\"wasps\"?,calm\n")))
                .singleElement()
                .asString()
                .startsWith("t.csv:3:")
                .contains("row 3 cannot be parsed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"open,20\n",
                "bees,\"20\n",
                "\"open,20\nnext,20\n\"quoted\",20\n",
                "\"open,20\n%s",
                "\"bees\",20,\"%s"
            })
    void aQuoteThatIsNotClosedIsToldAtTheRowThatOpensIt(String open) throws IOException {
        String head = "topic,duration\n3 facts about cats,20\n3 facts about bees,-5\n";
        List<TopicRow> rows = read("rows.csv", head + open.formatted("next,20\n".repeat(5_000)));
        assertThat(topics(rows)).containsExactly("3 facts about cats");
        assertThat(messages(rows)).hasSize(2);
        assertThat(messages(rows).get(0)).startsWith("rows.csv:3 (row 3): duration");
        assertThat(messages(rows).get(1)).startsWith("rows.csv:4: row 4 cannot be parsed: ");
    }

    @Test
    void rowsBehindOneOfSeveralLinesAreStillNamedByTheirOwn() throws IOException {
        assertThat(messages(read("rows.csv", "topic,points\nbees,\"a\nb\"\n\nwasps,\"open\nmore\n")))
                .last()
                .asString()
                .startsWith("rows.csv:5: row ");
    }

    @Test
    void aYamlBombIsNotUnpacked() throws IOException {
        String bomb = "a: &a [x,x]\n"
                + IntStream.range(0, 40)
                        .mapToObj(i -> "b" + i + ": &b" + i + " [*a,*a,*a]\n")
                        .reduce("", String::concat)
                + "topic: t\n";
        assertThat(messages(read("bomb.yaml", bomb))).singleElement().asString().contains("field 'a' is not known");
        assertThat(messages(read("alias.yaml", "music: &m calm\ntopic: *m\n")))
                .singleElement()
                .asString()
                .contains("alias");
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "yaml"})
    void deepNestingIsRefused(String ending) throws IOException {
        List<TopicRow> rows = read("deep." + ending, "{\"topic\": " + "[".repeat(50_000) + "]".repeat(50_000) + "}");
        assertThat(topics(rows)).isEmpty();
        assertThat(rows).last().isInstanceOf(TopicRow.Rejected.class);
    }

    @Test
    void csvRowsAreNamedByLineAndRow() throws IOException {
        List<TopicRow> rows =
                read("t.csv", "Topic;points\r\n\"bees; all\nof them\";a|b\r\n;\r\nSaturn;x;y\r\nMoon;\r\n");
        assertThat(messages(rows)).hasSize(2);
        assertThat(messages(rows).get(0)).contains("control character");
        assertThat(messages(rows).get(1))
                .startsWith("t.csv:")
                .contains("row 4")
                .contains("3 cells but the header only 2");
        assertThat(topics(rows)).containsExactly("Moon");
    }

    @Test
    void aCsvHeaderMustNameKnownFields() throws IOException {
        assertThat(messages(read("a.csv", "topic,voices\nbees,x\n")))
                .containsExactly("a.csv:1: column 2 of the header: field 'voices' is not known; did you mean 'voice'?");
        assertThat(messages(read("b.csv", "music\ncalm\n")))
                .singleElement()
                .asString()
                .contains("no column 'topic'");
        assertThat(messages(read("c.csv", "topic,topic\na,b\n")))
                .singleElement()
                .asString()
                .contains("twice");
    }

    @Test
    void markdownIsTheUsersOwnScript() throws IOException {
        List<TopicRow> rows = read(
                "t.md",
                """
                # Why I *love* bees

                <!-- not spoken -->
                Bees are **great**,
                and [busy](https://example.org).

                ## Part two
                - First `point`
                  goes on
                - ![pic](x.png) Second
                ***
                1. Third

                ```
                code();
                ```
                # Second topic
                Only one.
                """);
        assertThat(topics(rows)).containsExactly("Why I love bees", "Second topic");
        assertThat(((TopicRow.Accepted) rows.get(0)).request().script())
                .containsExactly("Bees are great, and busy.", "First point goes on", "Second", "Third");
        assertThat(rows.get(1).position()).isEqualTo("t.md:17");
        assertThat(messages(read("u.md", "just text\n")))
                .singleElement()
                .asString()
                .contains("begin with '# '");
    }

    @Test
    void bytesThatAreNotUtf8AreToldWithTheirPlace() throws IOException {
        Path file = folder.resolve("latin.txt");
        Files.write(file, "bees\nM\u00fcnchen\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(messages(read(file)))
                .containsExactly("latin.txt:2: is not UTF-8: byte 0xFC at offset 6; save the file as UTF-8 text");
        Files.write(file, "bees".getBytes(StandardCharsets.UTF_16));
        assertThat(messages(read(file))).singleElement().asString().contains("UTF-16");
        Files.write(file, new byte[] {'a', 0, 1, 2});
        assertThat(messages(read(file))).singleElement().asString().contains("not a text file");
        Files.write(file, new byte[] {'a', '\n', (byte) 0xC3});
        assertThat(messages(read(file))).singleElement().asString().contains("0xC3");
    }

    @Test
    void whatCannotBeReadAtAllIsToldAtOnce() throws IOException {
        Path empty = Files.createFile(folder.resolve("e.txt"));
        Path folderNamedLikeAFile = Files.createDirectory(folder.resolve("d.txt"));
        Path large = Files.writeString(folder.resolve("l.txt"), "bees\n".repeat(10));
        assertCode(empty, "FILE_EMPTY");
        assertCode(folderNamedLikeAFile, "FILE_IS_FOLDER");
        assertCode(folder.resolve("none.txt"), "FILE_MISSING");
        assertCode(Files.writeString(folder.resolve("x.pdf"), "x"), "FILE_TYPE");
        assertThatThrownBy(() -> new TopicFile(20).read(large))
                .extracting("code")
                .isEqualTo("FILE_TOO_LARGE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"c.txt", "c.yaml", "c.json", "c.csv", "c.md"})
    void aFileWithoutTopicsSaysSo(String name) throws IOException {
        String content = name.endsWith("csv")
                ? "topic\n"
                : name.endsWith("json") ? "[]" : name.endsWith("md") ? "\n\n" : "# nothing\n";
        assertThat(messages(read(name, content))).singleElement().asString().contains("no topic");
    }

    /** Names that mean something to Camel are unknown fields like any other, and never come near a header. */
    @ParameterizedTest
    @CsvSource({
        "CamelExecCommandExecutable, touch",
        "camelexeccommandexecutable, touch",
        "CAMELEXECCOMMANDARGS, /tmp/x",
        "CamelFileName, ../../x",
        "CamelHttpUri, http://127.0.0.1/"
    })
    void aHeaderOfCamelIsNoField(String name, String value) throws IOException {
        String yaml = "- topic: bees\n  \"%s\": \"%s\"\n".formatted(name, value);
        String json = "[{\"topic\": \"bees\", \"%s\": \"%s\"}]".formatted(name, value);
        String csv = "topic,%s\nbees,%s\n".formatted(name, value);
        for (List<TopicRow> rows : List.of(read("h.yaml", yaml), read("h.json", json), read("h.csv", csv))) {
            assertThat(topics(rows)).isEmpty();
            assertThat(messages(rows))
                    .singleElement()
                    .asString()
                    .containsIgnoringCase("field '" + name + "' is not known");
        }
    }

    @Test
    void rowsAreReadOneByOne() throws IOException {
        Path file = folder.resolve("many.txt");
        Files.writeString(file, "bees\n".repeat(100_000));
        try (Stream<TopicRow> rows = files.read(file)) {
            assertThat(rows.limit(3)).hasSize(3);
        }
        try (Stream<TopicRow> rows = files.read(file)) {
            assertThat(rows.filter(row -> row instanceof TopicRow.Accepted).count())
                    .isEqualTo(100_000);
        }
    }

    private void assertCode(Path file, String code) {
        assertThatThrownBy(() -> files.read(file))
                .isInstanceOf(Failure.Validation.class)
                .extracting("code")
                .isEqualTo(code);
    }

    private Request single(String name, String content) throws IOException {
        List<TopicRow> rows = read(name, content);
        assertThat(messages(rows)).isEmpty();
        return ((TopicRow.Accepted) rows.get(0)).request();
    }

    private List<TopicRow> read(String name, String content) throws IOException {
        return read(Files.writeString(folder.resolve(name), content));
    }

    private List<TopicRow> read(Path file) {
        try (Stream<TopicRow> rows = files.read(file)) {
            return rows.toList();
        }
    }

    private static List<String> topics(List<TopicRow> rows) {
        return rows.stream()
                .filter(TopicRow.Accepted.class::isInstance)
                .map(row -> ((TopicRow.Accepted) row).request().topic())
                .toList();
    }

    private static List<String> messages(List<TopicRow> rows) {
        return rows.stream()
                .filter(TopicRow.Rejected.class::isInstance)
                .map(row -> ((TopicRow.Rejected) row).message())
                .toList();
    }
}

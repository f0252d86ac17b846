package dev.viralvideo.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.viralvideo.failure.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DatabaseTest {
    @TempDir
    private Path folder;

    @Test
    void aFileThatIsLockedForLongerThanSqliteItselfWaitsIsSurvived() throws Exception {
        String url = TestDatabase.SQLITE.migratedUrl();
        try (Node node = new Node(TestDatabase.SQLITE.open(url), "w");
                Connection other = DriverManager.getConnection(url)) {
            other.createStatement().execute("begin immediate");
            CompletableFuture<Void> unlock = CompletableFuture.runAsync(
                    () -> execute(other, "commit"), CompletableFuture.delayedExecutor(3, TimeUnit.SECONDS));

            assertThat(node.store.list(null, null, 10)).as("reading goes on").isEmpty();
            String id = node.create("Bees");

            assertThat(unlock).isDone();
            assertThat(node.status(id)).isEqualTo(ProjectStatus.QUEUED);
        }
    }

    @Test
    void aFileThatStaysLockedIsAResourceFailure() throws Exception {
        String url = TestDatabase.SQLITE.migratedUrl();
        try (Node node = new Node(Database.open(url, null, null, Duration.ofMillis(200)), "w");
                Connection other = DriverManager.getConnection(url)) {
            other.createStatement().execute("begin immediate");
            failsWith("DATABASE_UNAVAILABLE", () -> node.create("Bees"));
            other.createStatement().execute("rollback");
            assertThat(node.create("Bees")).isNotNull();
        }
    }

    @Test
    void aFullDiskIsAResourceFailureAndTheStoreLivesOn() {
        try (Node node = Node.on(TestDatabase.SQLITE)) {
            String id = node.create("Bees");
            Claim claim = node.claim(id, Stage.SCRIPT);
            pageLimit(node, 1);

            failsWith("DISK_FULL", () -> node.checkpoints.commit(claim, "x".repeat(1_000_000)));
            assertThat(node.store.get(id).script()).isNull();

            pageLimit(node, 1_000_000);
            assertThat(node.checkpoints.commit(claim, "x".repeat(1_000_000))).isNotEmpty();
        }
    }

    @Test
    void whatCannotBeADatabaseIsSaidSo() throws IOException {
        Path text = Files.writeString(folder.resolve("text.db"), "this is not a database, only text. ".repeat(100));
        Path file = Files.writeString(folder.resolve("file"), "");

        failsWith("DATABASE_UNREADABLE", () -> Database.open("jdbc:sqlite:" + text, null, null));
        failsWith("DATABASE_NOT_WRITABLE", () -> Database.open("jdbc:sqlite:" + folder, null, null));
        failsWith("DATABASE_NOT_WRITABLE", () -> Database.open("jdbc:sqlite:" + file.resolve("x.db"), null, null));
        failsWith("DATABASE_URL", () -> Database.open("jdbc:oracle:thin:@x", null, null));
        failsWith(
                "DATABASE_UNAVAILABLE",
                () -> Database.open("jdbc:postgresql://127.0.0.1:1/vvg?password=secret", "vvg", null, Duration.ZERO));
    }

    @Test
    void noMessageShowsThePassword() {
        assertThatThrownBy(() -> Database.open(
                        "jdbc:postgresql://127.0.0.1:1/vvg?password=secret", "vvg", "hidden", Duration.ZERO))
                .hasMessageNotContaining("secret")
                .hasMessageNotContaining("hidden");
    }

    @ParameterizedTest
    @MethodSource("dev.viralvideo.project.TestDatabase#all")
    void manyProcessesThatOpenANewDatabaseAtOnceAllSucceed(TestDatabase kind) throws Exception {
        String url = kind.freshUrl();
        Together.run(4, i -> {
            try (Node node = new Node(kind.open(url), "w")) {
                return node.create("Bees");
            }
        });
        try (Node node = new Node(kind.open(url), "w")) {
            assertThat(node.store.list(null, null, 10)).hasSize(4);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.viralvideo.project.TestDatabase#all")
    void aDatabaseOfANewerProgramIsRefused(TestDatabase kind) {
        String url = kind.migratedUrl();
        try (Database database = kind.open(url)) {
            database.write(h -> h.execute("update flyway_schema_history set version = '999' where version = '1'"));
        }
        failsWith("DATABASE_NEWER", () -> kind.open(url));
    }

    @Test
    void theVersionThatNeedsNoMigrationIsThatOfTheNewestFile() throws IOException {
        try (var files = Files.list(Path.of("src/main/resources/db/migration"))) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .mapToInt(name -> Integer.parseInt(name.replaceAll("^V(\\d+)__.*", "$1")))
                            .max())
                    .hasValue(Schema.VERSION);
        }
    }

    @Test
    void connectionsThatBreakAreReplaced() {
        assumeThat(TestDatabase.all()).contains(TestDatabase.POSTGRESQL);
        try (Node node = Node.on(TestDatabase.POSTGRESQL);
                Node admin = Node.on(TestDatabase.POSTGRESQL)) {
            node.create("Bees");
            admin.database.read(h -> h.createQuery("select count(pg_terminate_backend(pid)) from pg_stat_activity"
                            + " where application_name = 'vvg' and pid <> pg_backend_pid()")
                    .mapTo(Integer.class)
                    .one());
            node.create("Wasps");
            assertThat(node.store.list(null, null, 10)).hasSize(2);
        }
    }

    private static void pageLimit(Node node, int pages) {
        // the writer is one connection, so this holds for all that write
        node.database.write(h -> h.createQuery("pragma max_page_count = " + pages)
                .mapTo(Integer.class)
                .one());
    }

    private static void execute(Connection connection, String sql) {
        try {
            connection.createStatement().execute(sql);
        } catch (SQLException e) {
            throw new CompletionException(e);
        }
    }

    private static void failsWith(String code, Runnable action) {
        assertThatThrownBy(action::run)
                .isInstanceOfSatisfying(Failure.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}

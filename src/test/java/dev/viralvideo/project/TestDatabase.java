package dev.viralvideo.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Empty databases with the schema, one after the other, of each kind that can be had on this machine. */
public enum TestDatabase {
    SQLITE {
        @Override
        String freshUrl() {
            return "jdbc:sqlite:" + FOLDER.resolve("test-" + COUNT.incrementAndGet() + ".db");
        }

        @Override
        String user() {
            return null;
        }

        @Override
        String migratedUrl() {
            String url = freshUrl();
            try {
                Files.copy(TEMPLATE, fileOf(url));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return url;
        }
    },
    POSTGRESQL {
        @Override
        String freshUrl() {
            return created("");
        }

        @Override
        String user() {
            return CLUSTER.orElseThrow().user();
        }

        @Override
        String migratedUrl() {
            return created(" template migrated");
        }

        private String created(String options) {
            String name = "test_" + COUNT.incrementAndGet();
            CLUSTER.orElseThrow().execute("create database " + name + options);
            return CLUSTER.orElseThrow().url(name);
        }
    };

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Path FOLDER = TemporaryFolder.untilExit("vvg-sqlite");
    // nothing here outlives the test: no need to wait for the disk
    private static final Optional<PostgresqlCluster> CLUSTER =
            PostgresqlCluster.start("fsync=off", "full_page_writes=off", "max_connections=200");
    private static final Path TEMPLATE = migratedTemplates();

    static {
        System.out.println("state tests run on " + all().toList());
    }

    /** For {@code @MethodSource}. */
    public static Stream<TestDatabase> all() {
        return CLUSTER.isPresent() ? Stream.of(SQLITE, POSTGRESQL) : Stream.of(SQLITE);
    }

    /** A database without a schema, not yet there if it is a file. */
    abstract String freshUrl();

    abstract String user();

    abstract String migratedUrl();

    Database open(String url) {
        return Database.open(url, user(), null, Duration.ofSeconds(30));
    }

    static Path fileOf(String sqliteUrl) {
        return Path.of(sqliteUrl.substring("jdbc:sqlite:".length()));
    }

    private static Path migratedTemplates() {
        CLUSTER.ifPresent(cluster -> {
            cluster.execute("create database migrated");
            Database.open(cluster.url("migrated"), cluster.user(), null).close();
        });
        String url = SQLITE.freshUrl();
        Database.open(url, null, null).close();
        return fileOf(url);
    }
}

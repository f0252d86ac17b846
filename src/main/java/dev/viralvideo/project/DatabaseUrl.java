package dev.viralvideo.project;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.viralvideo.failure.Failure;
import dev.viralvideo.failure.IoReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;

/** Where the database is, and how to connect so that nothing that was acknowledged is ever lost. */
record DatabaseUrl(String url, String user, String password) {
    private static final String SQLITE = "jdbc:sqlite:";
    private static final String POSTGRESQL = "jdbc:postgresql:";
    private static final int READERS = 4;
    private static final int CONNECTIONS = 10;
    private static final int BUSY_MILLIS = 1_000; // after that our own patience goes on
    private static final int CONNECT_MILLIS = 5_000;

    static DatabaseUrl of(String url, String user, String password) {
        if (!url.startsWith(SQLITE) && !url.startsWith(POSTGRESQL)) {
            throw new Failure.Configuration(
                    "DATABASE_URL",
                    "vvg.db.url is \"" + url + "\"; it must start with " + SQLITE + " or " + POSTGRESQL);
        }
        DatabaseUrl database = new DatabaseUrl(url, user, password);
        if (database.isSqlite()) {
            database.makeFolder();
        }
        return database;
    }

    boolean isSqlite() {
        return url.startsWith(SQLITE);
    }

    /** Without the parameters, where a password may stand. */
    String name() {
        return url.replaceFirst("\\?.*", "");
    }

    Properties properties() {
        return isSqlite() ? sqlite(TransactionMode.IMMEDIATE) : postgresql();
    }

    /** SQLite has one writer at a time anyway: one connection lets them queue here instead of polling the lock. */
    HikariDataSource writers(Duration patience) {
        HikariConfig config = pool("vvg-write", isSqlite() ? 1 : CONNECTIONS, properties());
        if (isSqlite()) {
            // who waits for the writer must outlast the writer that waits for another process
            config.setConnectionTimeout(2 * patience.toMillis() + CONNECT_MILLIS);
        } else {
            config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        }
        return new HikariDataSource(config);
    }

    HikariDataSource readers(Duration patience) {
        HikariConfig config = pool("vvg-read", READERS, sqlite(TransactionMode.DEFERRED));
        config.setConnectionTimeout(patience.toMillis() + CONNECT_MILLIS);
        return new HikariDataSource(config);
    }

    private HikariConfig pool(String name, int size, Properties properties) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(CONNECT_MILLIS);
        config.setDataSourceProperties(properties);
        return config;
    }

    /**
     * WAL lets readers work beside the one writer. synchronous=FULL, although NORMAL would already survive a killed
     * process: an accepted topic is acknowledged to its sender, so it must also survive a power cut, and the one
     * fsync that costs for each commit is small beside a stage's work (a batch shares one). BEGIN IMMEDIATE takes the
     * write lock at the start: a transaction that first reads and then writes would otherwise fail without waiting.
     */
    private static Properties sqlite(TransactionMode mode) {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLIS);
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.setTransactionMode(mode);
        config.enforceForeignKeys(true);
        return config.toProperties();
    }

    private Properties postgresql() {
        Properties properties = new Properties();
        if (user != null) {
            properties.setProperty("user", user);
        }
        if (password != null) {
            properties.setProperty("password", password);
        }
        properties.setProperty("ApplicationName", "vvg");
        properties.setProperty("reWriteBatchedInserts", "true");
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("tcpKeepAlive", "true");
        // a node that froze inside a transaction must not hold its row locks for ever
        properties.setProperty("options", "-c idle_in_transaction_session_timeout=60s");
        return properties;
    }

    private void makeFolder() {
        Path folder =
                Path.of(name().substring(SQLITE.length())).toAbsolutePath().getParent();
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new Failure.Resource(
                    "DATABASE_NOT_WRITABLE", "cannot make the database's folder " + folder + ": " + IoReason.of(e), e);
        }
    }
}

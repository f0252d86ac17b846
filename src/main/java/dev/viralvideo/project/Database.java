package dev.viralvideo.project;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The database of all state: SQLite in a file, or PostgreSQL shared by many nodes; the same statements run on both.
 * A transaction is retried while the database is locked or away, so its work must give the same result when it runs
 * again, also after a commit whose answer was lost.
 */
public final class Database implements AutoCloseable {
    /** A database that is locked for ten seconds is survived with room to spare. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Patience patience;
    private final HikariDataSource writers;
    private final HikariDataSource readers;
    private final Jdbi writing;
    private final Jdbi reading;
    private final AtomicLong commits = new AtomicLong();

    private Database(Patience patience, HikariDataSource writers, HikariDataSource readers) {
        this.patience = patience;
        this.writers = writers;
        this.readers = readers;
        this.writing = Jdbi.create(writers);
        this.reading = Jdbi.create(readers);
    }

    /**
     * Opens the database, makes it when it is an SQLite file that does not exist, and brings its schema up to date.
     *
     * @param url      {@code jdbc:sqlite:FILE} or {@code jdbc:postgresql://HOST:PORT/NAME}
     * @param user     null for SQLite
     * @param password null for SQLite
     */
    public static Database open(String url, String user, String password) {
        return open(url, user, password, PATIENCE);
    }

    static Database open(String url, String user, String password, Duration limit) {
        DatabaseUrl database = DatabaseUrl.of(url, user, password);
        Patience patience = new Patience(limit, database.name());
        new Schema(database, patience).update();
        HikariDataSource writers = database.writers(limit);
        return new Database(patience, writers, database.isSqlite() ? database.readers(limit) : writers);
    }

    /** Runs queries; on SQLite they neither wait for the writer nor hold it up. */
    <T> T read(Function<Handle, T> queries) {
        return patience.of(() -> reading.withHandle(queries::apply));
    }

    /** Runs one transaction, all or nothing. */
    <T> T write(Function<Handle, T> transaction) {
        T result = patience.of(() -> writing.inTransaction(transaction::apply));
        commits.incrementAndGet();
        return result;
    }

    /** How many transactions this process has committed, a count that only grows. */
    long commits() {
        return commits.get();
    }

    /** Whether nodes on other machines may write to it too. */
    boolean isShared() {
        return readers == writers;
    }

    /** For tables that other packages keep beside ours, in short statements of their own; never inside a transaction. */
    public DataSource dataSource() {
        return writers;
    }

    /** For logs and messages; never has the password in it. */
    public String name() {
        return patience.database();
    }

    @Override
    public void close() {
        readers.close();
        writers.close();
    }
}

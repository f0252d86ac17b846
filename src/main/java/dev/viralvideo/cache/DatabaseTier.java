package dev.viralvideo.cache;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Table {@code media_cache}, shared by all nodes that share the database; SQLite and PostgreSQL alike. */
public final class DatabaseTier implements Tier {
    private final Jdbi database;
    private final Clock clock;

    public DatabaseTier(DataSource database, Clock clock) {
        this.database = Jdbi.create(database);
        this.clock = clock;
    }

    @Override
    public String name() {
        return "database";
    }

    @Override
    public Optional<CacheEntry> find(CacheKey key) {
        return database.withHandle(handle -> {
            Optional<CacheEntry> found = handle.createQuery("select * from media_cache where id = :id")
                    .bind("id", key.id())
                    .map((row, context) -> entry(row))
                    .findOne()
                    .filter(entry -> entry.key().equals(key));
            found.ifPresent(entry -> touch(handle, key));
            return found;
        });
    }

    private void touch(Handle handle, CacheKey key) {
        handle.createUpdate("update media_cache set accessed_at = :now where id = :id")
                .bind("now", clock.millis())
                .bind("id", key.id())
                .execute();
    }

    @Override
    public void put(CacheEntry entry) {
        database.useHandle(handle -> handle.createUpdate(
                        """
                        insert into media_cache
                            (id, query, provider, url, file_path, metadata, score, created_at, accessed_at, ttl)
                        values (:id, :query, :provider, :url, :file, :body, :score, :created, :now, :ttl)
                        on conflict (id) do update set
                            url = excluded.url, file_path = excluded.file_path, metadata = excluded.metadata,
                            score = excluded.score, created_at = excluded.created_at,
                            accessed_at = excluded.accessed_at, ttl = excluded.ttl
                        """)
                .bind("id", entry.key().id())
                .bind("query", entry.key().query())
                .bind("provider", entry.key().space())
                .bind("url", entry.url())
                .bind("file", entry.file())
                .bind("body", entry.body())
                .bind("score", entry.score())
                .bind("created", entry.createdAt().toEpochMilli())
                .bind("now", clock.millis())
                .bind("ttl", Math.max(1, entry.ttl().toSeconds()))
                .execute());
    }

    /** Reads first and writes after, not in one transaction: SQLite refuses to turn an outdated reader into a writer. */
    @Override
    public int removeMatching(String glob) {
        Glob pattern = new Glob(glob);
        return database.withHandle(handle -> {
            List<CacheKey> doomed = new ArrayList<>();
            handle.createQuery("select provider, query from media_cache")
                    .map((row, context) -> key(row))
                    .filter(key -> pattern.matches(key.name()))
                    .forEach(doomed::add);
            return doomed.isEmpty() ? 0 : delete(handle, doomed);
        });
    }

    private static int delete(Handle handle, List<CacheKey> keys) {
        PreparedBatch batch = handle.prepareBatch("delete from media_cache where id = :id");
        keys.forEach(key -> batch.bind("id", key.id()).add());
        return Arrays.stream(batch.execute()).sum();
    }

    @Override
    public void prune(Instant now) {
        database.useHandle(
                handle -> handle.createUpdate("delete from media_cache where created_at + ttl * 1000 <= :now")
                        .bind("now", now.toEpochMilli())
                        .execute());
    }

    private static CacheEntry entry(ResultSet row) throws SQLException {
        double number = row.getDouble("score");
        Double score = row.wasNull() ? null : number;
        return new CacheEntry(
                key(row),
                row.getString("metadata"),
                row.getString("url"),
                row.getString("file_path"),
                score,
                Instant.ofEpochMilli(row.getLong("created_at")),
                Duration.ofSeconds(row.getLong("ttl")));
    }

    private static CacheKey key(ResultSet row) throws SQLException {
        return CacheKey.stored(row.getString("provider"), row.getString("query"));
    }
}

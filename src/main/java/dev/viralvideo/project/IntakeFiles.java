package dev.viralvideo.project;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;

/**
 * Tells a topic file that is dropped again from one that is still being dealt with. A drop is known by its content and
 * by its identity on the disk; drops of the same content share one generation, and so their topics, for as long as any
 * of these is worked on.
 */
public final class IntakeFiles {
    private static final int IN_ONE_QUERY = 500;
    /** A file that was not read to its end for this long was taken away by somebody. */
    private static final Duration ABANDONED = Duration.ofDays(1);

    private final Database database;
    private final Clock clock;

    public IntakeFiles(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * One drop of a file.
     *
     * @param topics how many of its rows are safely stored, rejected ones included
     */
    public record Drop(String hash, String identity, int generation, State state, int topics) {
        /** The idempotency key of a row, counted from 0. */
        public String key(int row) {
            return "folder:" + hash + ":" + generation + ":" + row;
        }
    }

    /** How far a drop has come. */
    public enum State {
        READING,
        READ,
        MOVED
    }

    /** Goes on with a drop that was begun before, or begins a new one. */
    public Drop begin(String hash, String identity) {
        return database.write(h -> {
            List<Drop> drops = drops(h, hash);
            Optional<Drop> same = drops.stream()
                    .filter(drop -> drop.identity().equals(identity) && drop.state() != State.MOVED)
                    .findFirst();
            return same.orElseGet(() -> store(h, fresh(h, hash, identity, drops)));
        });
    }

    private Drop fresh(Handle h, String hash, String identity, List<Drop> drops) {
        int latest = drops.stream().mapToInt(Drop::generation).max().orElse(0);
        boolean busy = drops.stream().anyMatch(drop -> drop.generation() == latest && isWorkedOn(h, drop));
        return new Drop(hash, identity, busy ? latest : latest + 1, State.READING, 0);
    }

    /** Everything before this row is safely stored; more may be to come. */
    public void reached(Drop drop, int row) {
        update(drop, State.READING, row);
    }

    /** All topics are safely stored; the file has yet to leave the inbox. */
    public void read(Drop drop, int rows) {
        update(drop, State.READ, rows);
    }

    /** The file has left the inbox: whatever comes with this content from now on is another drop. */
    public void moved(Drop drop, int rows) {
        update(drop, State.MOVED, rows);
    }

    /** Forgets drops that were dealt with before then; gives how many. */
    public int forget(Instant before) {
        return database.write(
                h -> h.createUpdate("delete from intake_file where state = 'MOVED' and updated_at < :before")
                        .bind("before", before.toEpochMilli())
                        .execute());
    }

    private void update(Drop drop, State state, int topics) {
        database.write(h -> store(h, new Drop(drop.hash(), drop.identity(), drop.generation(), state, topics)));
    }

    private Drop store(Handle h, Drop drop) {
        h.createUpdate(
                        """
                        insert into intake_file (hash, identity, generation, state, topics, updated_at)
                        values (:hash, :identity, :generation, :state, :topics, :now)
                        on conflict (hash, identity) do update set generation = :generation, state = :state,
                            topics = :topics, updated_at = :now
                        """)
                .bind("hash", drop.hash())
                .bind("identity", drop.identity())
                .bind("generation", drop.generation())
                .bind("state", drop.state().name())
                .bind("topics", drop.topics())
                .bind("now", clock.millis())
                .execute();
        return drop;
    }

    private List<Drop> drops(Handle h, String hash) {
        return h.createQuery("select * from intake_file where hash = :hash")
                .bind("hash", hash)
                .map((rs, c) -> drop(rs))
                .list();
    }

    private boolean isWorkedOn(Handle h, Drop drop) {
        return drop.state() == State.READING && !isAbandoned(h, drop) || hasUnfinishedTopics(h, drop);
    }

    private boolean isAbandoned(Handle h, Drop drop) {
        long age = h.createQuery("select updated_at from intake_file where hash = :hash and identity = :identity")
                .bind("hash", drop.hash())
                .bind("identity", drop.identity())
                .map((rs, c) -> clock.millis() - rs.getLong(1))
                .one();
        return age > ABANDONED.toMillis();
    }

    private static boolean hasUnfinishedTopics(Handle h, Drop drop) {
        for (int from = 0; from < drop.topics(); from += IN_ONE_QUERY) {
            List<String> keys = IntStream.range(from, Math.min(drop.topics(), from + IN_ONE_QUERY))
                    .mapToObj(drop::key)
                    .toList();
            String sql =
                    """
                    select 1 from idempotency_key k join project_state p on p.id = k.project_id
                    where k.intake_key in (<keys>) and p.status not in ('COMPLETED', 'FAILED', 'CANCELLED') limit 1
                    """;
            if (h.createQuery(sql)
                    .bindList("keys", keys)
                    .mapTo(Integer.class)
                    .findOne()
                    .isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static Drop drop(ResultSet rs) throws SQLException {
        return new Drop(
                rs.getString("hash"),
                rs.getString("identity"),
                rs.getInt("generation"),
                State.valueOf(rs.getString("state")),
                rs.getInt("topics"));
    }
}

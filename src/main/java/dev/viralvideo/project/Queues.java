package dev.viralvideo.project;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How much waits for each stage, for back-pressure and for metrics. */
public final class Queues {
    private final Database database;
    private final Clock clock;

    public Queues(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** One for each stage, in order. */
    public List<QueueDepth> depths() {
        long now = clock.millis();
        Map<Stage, QueueDepth> depths = new EnumMap<>(Stage.class);
        Stream.of(Stage.values()).forEach(stage -> depths.put(stage, new QueueDepth(stage, 0, Duration.ZERO, 0)));
        database.read(h -> h.createQuery(
                                """
                                select stage, count(*), min(ready_at) from stage_state where state = 'READY' group by stage
                                """)
                        .map((rs, c) -> new QueueDepth(
                                Stage.valueOf(rs.getString(1)),
                                rs.getLong(2),
                                Duration.ofMillis(Math.max(0, now - rs.getLong(3))),
                                0))
                        .list())
                .forEach(depth -> depths.put(depth.stage(), depth));
        claimed().forEach((stage, count) -> {
            QueueDepth depth = depths.get(stage);
            depths.put(stage, new QueueDepth(stage, depth.ready(), depth.oldest(), count));
        });
        return List.copyOf(depths.values());
    }

    private Map<Stage, Long> claimed() {
        Map<Stage, Long> claimed = new EnumMap<>(Stage.class);
        database.read(h -> h.createQuery(
                                "select stage, count(*) from stage_state where state = 'CLAIMED' group by stage")
                        .map((rs, c) -> Map.entry(Stage.valueOf(rs.getString(1)), rs.getLong(2)))
                        .list())
                .forEach(row -> claimed.put(row.getKey(), row.getValue()));
        return claimed;
    }
}

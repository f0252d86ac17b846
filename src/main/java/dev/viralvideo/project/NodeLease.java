package dev.viralvideo.project;

import java.time.Clock;
import java.time.Duration;

/**
 * Lets one node at a time do a piece of work of which two at once would be wasteful, but not wrong. So it may go by
 * the wall clock; a lease that ends too far ahead was taken before the clock went back.
 */
record NodeLease(Database database, Clock clock, String name, String holder, Duration length) {
    /** Takes or renews it; false when another node holds it. */
    boolean hold() {
        long now = clock.millis();
        return database.write(h -> h.createUpdate(
                                """
                                insert into node_lease (name, holder, lease_until) values (:name, :holder, :until)
                                on conflict (name) do update set holder = excluded.holder, lease_until = excluded.lease_until
                                where node_lease.holder = excluded.holder or node_lease.lease_until < :now
                                    or node_lease.lease_until > :tooFar
                                """)
                        .bind("name", name)
                        .bind("holder", holder)
                        .bind("until", now + length.toMillis())
                        .bind("now", now)
                        .bind("tooFar", now + 2 * length.toMillis())
                        .execute()
                == 1);
    }
}

package dev.viralvideo.costs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.viralvideo.failure.Failure;
import dev.viralvideo.json.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Rows of {@code cost_ledger} as records. */
final class LedgerRows {
    private LedgerRows() {}

    static LedgerEntry entry(ResultSet row) throws SQLException {
        return new LedgerEntry(
                row.getString("id"),
                row.getString("project_id"),
                row.getString("provider"),
                row.getString("model"),
                row.getString("purpose"),
                units(row),
                micros(row),
                Outcome.valueOf(row.getString("outcome")),
                row.getInt("attempts"),
                Instant.ofEpochMilli(row.getLong("created_at")));
    }

    static Reservation reservation(ResultSet row) throws SQLException {
        return new Reservation(
                row.getString("id"),
                row.getString("project_id"),
                row.getString("month"),
                new Usage(row.getString("provider"), row.getString("model"), units(row)),
                micros(row));
    }

    static List<CostSum> sums(Handle handle, String month) {
        return handle.createQuery(
                        """
                        select provider, model, count(*) as calls,
                            sum(case when outcome = 'CACHED' then 1 else 0 end) as cached,
                            sum(case when outcome = 'FAILED' then 1 else 0 end) as failed,
                            sum(case when micros is null then 1 else 0 end) as unpriced,
                            coalesce(sum(micros), 0) as micros
                        from cost_ledger where month = :month group by provider, model order by provider, model
                        """)
                .bind("month", month)
                .map((row, context) -> new CostSum(
                        row.getString("provider"),
                        row.getString("model"),
                        row.getLong("calls"),
                        row.getLong("cached"),
                        row.getLong("failed"),
                        row.getLong("unpriced"),
                        row.getLong("micros")))
                .list();
    }

    private static Map<Unit, Long> units(ResultSet row) throws SQLException {
        try {
            return Json.MAPPER.readValue(row.getString("units"), new TypeReference<Map<Unit, Long>>() {});
        } catch (JsonProcessingException e) {
            throw new Failure.Internal("the units of ledger entry " + row.getString("id") + " are no JSON", e);
        }
    }

    private static Long micros(ResultSet row) throws SQLException {
        long micros = row.getLong("micros");
        return row.wasNull() ? null : micros;
    }
}

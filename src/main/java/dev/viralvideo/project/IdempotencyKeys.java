package dev.viralvideo.project;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Takes the idempotency keys of one batch of submissions, inside its transaction: whoever is first owns a key. */
final class IdempotencyKeys {
    private static final int MAX_LENGTH = 200;
    private static final int IN_ONE_QUERY = 500;

    private final Handle h;
    private final long now;
    /** Sorted, because two nodes that take the same keys in different orders would deadlock. */
    private final SortedMap<String, String> wanted = new TreeMap<>();

    IdempotencyKeys(Handle h, long now) {
        this.h = h;
        this.now = now;
    }

    /** A key as it is stored: long ones as their hash, to fit an index. */
    static String stored(String key) {
        if (key == null || key.isBlank()) {
            return null;
        }
        return key.length() <= MAX_LENGTH ? StoredText.clean(key) : "sha256:" + sha256(key);
    }

    void want(String key, String projectId) {
        wanted.putIfAbsent(key, projectId);
    }

    /** The owner of each wanted key: ours where it was free. */
    Map<String, String> take() {
        Map<String, String> owners = new HashMap<>();
        if (wanted.isEmpty()) {
            return owners;
        }
        PreparedBatch batch = h.prepareBatch(
                """
                insert into idempotency_key (intake_key, project_id, created_at) values (:key, :id, :now)
                on conflict (intake_key) do nothing
                """);
        wanted.forEach((key, id) ->
                batch.bind("key", key).bind("id", id).bind("now", now).add());
        batch.execute();
        List<String> keys = List.copyOf(wanted.keySet());
        for (int i = 0; i < keys.size(); i += IN_ONE_QUERY) {
            readOwners(keys.subList(i, Math.min(keys.size(), i + IN_ONE_QUERY)), owners);
        }
        return owners;
    }

    private void readOwners(List<String> keys, Map<String, String> owners) {
        h.createQuery("select intake_key, project_id from idempotency_key where intake_key in (<keys>)")
                .bindList("keys", keys)
                .map((rs, c) -> Map.entry(rs.getString(1), rs.getString(2)))
                .forEach(row -> owners.put(row.getKey(), row.getValue()));
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

package dev.viralvideo.api;

import dev.viralvideo.failure.Failure;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/**
 * The API tokens, {@code vvg_ID_SECRET}: the id finds the row, the secret is 256 bits of chance of which only the
 * SHA-256 is stored.
 */
public final class Tokens {
    private static final Pattern FORM = Pattern.compile("vvg_([0-9a-f]{12})_([A-Za-z0-9_-]{43})");
    private static final int LONGEST_NAME = 100;

    private final Jdbi jdbi;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public Tokens(DataSource database, Clock clock) {
        this.jdbi = Jdbi.create(database);
        this.clock = clock;
    }

    /**
     * Makes a token.
     *
     * @param life null for ever
     * @return the whole token, which nobody can show again
     */
    public String create(String name, Scope scope, Duration life) {
        if (name.isBlank() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw new Failure.Validation(
                    "BAD_TOKEN_NAME", "a token needs a name of 1 to " + LONGEST_NAME + " characters in one line");
        }
        String id = HexFormat.of().formatHex(bytes(6));
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(32));
        long now = clock.millis();
        jdbi.useHandle(h -> h.createUpdate(
                        """
                        insert into api_token (id, name, hash, scope, created_at, expires_at)
                        values (:id, :name, :hash, :scope, :now, :expires)
                        """)
                .bind("id", id)
                .bind("name", name)
                .bind("hash", hash(secret))
                .bind("scope", scope.name())
                .bind("now", now)
                .bind("expires", life == null ? null : (Long) (now + life.toMillis()))
                .execute());
        return "vvg_" + id + "_" + secret;
    }

    /** Newest first, revoked ones too. */
    public List<Token> list() {
        return jdbi.withHandle(h -> h.createQuery("select * from api_token order by created_at desc, id")
                .map((rs, c) -> token(rs))
                .list());
    }

    /** Ends a token for good; services notice within {@link Gate#REMEMBERED}. */
    public void revoke(String id) {
        int changed = jdbi.withHandle(
                h -> h.createUpdate("update api_token set revoked_at = :now where id = :id and revoked_at is null")
                        .bind("now", clock.millis())
                        .bind("id", id)
                        .execute());
        if (changed == 0) {
            throw new Failure.Validation(
                    "NO_SUCH_TOKEN",
                    "there is no token '" + id + "' that is not revoked; \"vvg tokens list\" shows them");
        }
    }

    /** The token, if it is one of ours and good now. */
    Optional<Token> verify(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        record Row(Token token, String hash) {}
        Optional<Row> row = jdbi.withHandle(h -> h.createQuery("select * from api_token where id = :id")
                .bind("id", parts.group(1))
                .map((rs, c) -> new Row(token(rs), rs.getString("hash")))
                .findOne());
        return row.filter(found -> same(found.hash(), hash(parts.group(2))))
                .map(Row::token)
                .filter(token -> token.isGood(clock.instant()));
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static boolean same(String a, String b) {
        return MessageDigest.isEqual(a.getBytes(StandardCharsets.US_ASCII), b.getBytes(StandardCharsets.US_ASCII));
    }

    private static String hash(String secret) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(secret.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Token token(ResultSet rs) throws SQLException {
        return new Token(
                rs.getString("id"),
                rs.getString("name"),
                Scope.valueOf(rs.getString("scope")),
                Instant.ofEpochMilli(rs.getLong("created_at")),
                instant(rs, "expires_at"),
                instant(rs, "revoked_at"));
    }

    private static Instant instant(ResultSet rs, String column) throws SQLException {
        long millis = rs.getLong(column);
        return rs.wasNull() ? null : Instant.ofEpochMilli(millis);
    }
}

package dev.viralvideo.faults;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A driver in front of SQLite's and PostgreSQL's own: notes which kinds of commits there are, by what their
 * transactions write, and ends the process at one of them.
 */
final class Commits implements Driver {
    /** With what such a transaction writes behind it: {@code commit of insert outbox, update stage_state}. */
    static final String COMMIT_OF = "commit of ";

    private static final Pattern WRITE =
            Pattern.compile("\\s*(insert|update|delete)\\s+(?:into\\s+|from\\s+)?(\\w+).*", Pattern.DOTALL);

    private final Record record;
    private final KillPoint kill;

    private Commits(Record record, KillPoint kill) {
        this.record = record;
        this.kill = kill;
    }

    /**
     * Before any driver registers itself: the first one that knows an address is asked.
     *
     * @param kill null when it is only to be noted which there are
     */
    static void watch(Record record, KillPoint kill) throws SQLException {
        DriverManager.registerDriver(new Commits(record, kill));
    }

    @Override
    public Connection connect(String url, Properties properties) throws SQLException {
        Driver driver = real(url);
        Connection connection = driver == null ? null : driver.connect(url, properties);
        return connection == null ? null : watched(connection);
    }

    private Connection watched(Connection connection) {
        Set<String> writes = new TreeSet<>();
        return (Connection) Proxy.newProxyInstance(
                Commits.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    try {
                        return switch (method.getName()) {
                            case "commit" -> commit(connection, writes);
                            case "rollback" -> {
                                writes.clear();
                                yield method.invoke(connection, arguments);
                            }
                            default -> {
                                if (method.getName().equals("prepareStatement") && !connection.getAutoCommit()) {
                                    write((String) arguments[0]).ifPresent(writes::add);
                                }
                                yield method.invoke(connection, arguments);
                            }
                        };
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static Optional<String> write(String sql) {
        Matcher matcher = WRITE.matcher(sql);
        return matcher.matches() ? Optional.of(matcher.group(1) + " " + matcher.group(2)) : Optional.empty();
    }

    /** One that wrote nothing is no point. */
    private Void commit(Connection connection, Set<String> writes) throws SQLException {
        String point = COMMIT_OF + String.join(", ", writes);
        boolean wrote = !writes.isEmpty();
        writes.clear();
        if (wrote) {
            record.point(point);
        }
        if (wrote && kill != null) {
            kill.before(point);
        }
        connection.commit();
        if (wrote && kill != null) {
            kill.after(point);
        }
        return null;
    }

    private static Driver real(String url) {
        if (url.startsWith("jdbc:sqlite:")) {
            return new org.sqlite.JDBC();
        }
        return url.startsWith("jdbc:postgresql:") ? new org.postgresql.Driver() : null;
    }

    @Override
    public boolean acceptsURL(String url) {
        return real(url) != null;
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties) {
        return new DriverPropertyInfo[0];
    }

    @Override
    public int getMajorVersion() {
        return 1;
    }

    @Override
    public int getMinorVersion() {
        return 0;
    }

    @Override
    public boolean jdbcCompliant() {
        return false;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }
}

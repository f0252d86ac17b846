package dev.viralvideo.faults;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Properties;
import java.util.logging.Logger;

/** A driver in front of SQLite's and PostgreSQL's own, which ends the process at a commit. */
final class Commits implements Driver {
    private final KillPoint kill;

    private Commits(KillPoint kill) {
        this.kill = kill;
    }

    /** Before any driver registers itself: the first one that knows an address is asked. */
    static void killAt(KillPoint kill) throws SQLException {
        DriverManager.registerDriver(new Commits(kill));
    }

    @Override
    public Connection connect(String url, Properties properties) throws SQLException {
        Driver driver = real(url);
        Connection connection = driver == null ? null : driver.connect(url, properties);
        return connection == null ? null : watched(connection);
    }

    private Connection watched(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                Commits.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    boolean commit = method.getName().equals("commit");
                    if (commit) {
                        kill.before(KillPoint.COMMIT);
                    }
                    try {
                        Object result = method.invoke(connection, arguments);
                        if (commit) {
                            kill.after(KillPoint.COMMIT);
                        }
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
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

package dev.viralvideo.helpers;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What stands in the SQLite file of a home, read past all of our own code. */
public final class Stored {
    private Stored() {}

    /** Names of a project's events, oldest first. */
    public static List<String> events(Path home, String projectId) {
        return column(home, "select name from outbox where project_id = ? order by id", projectId);
    }

    /** The reasons of a project's dead letters. */
    public static List<String> deadLetters(Path home, String projectId) {
        return column(home, "select reason from dead_letter where project_id = ? order by id", projectId);
    }

    /** Changes the state behind everybody's back. */
    public static void change(Path home, String sql) {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("data/vvg.db"));
                var statement = connection.createStatement()) {
            statement.execute("pragma busy_timeout = 5000");
            statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> column(Path home, String sql, String projectId) {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("data/vvg.db"));
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, projectId);
            List<String> values = new ArrayList<>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    values.add(rows.getString(1));
                }
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

package dev.viralvideo.helpers;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The events of projects as they stand in an SQLite file, read past all of our own code. */
public final class StoredEvents {
    private StoredEvents() {}

    /** Names, oldest first. */
    public static List<String> of(Path database, String projectId) {
        String sql = "select name from outbox where project_id = ? order by id";
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, projectId);
            List<String> names = new ArrayList<>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
            return names;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

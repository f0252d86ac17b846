package dev.viralvideo.helpers;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** The tables that the ground packages use, in an SQLite file of a test's own. */
public final class GroundTables {
    private GroundTables() {}

    public static DataSource in(Path folder) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setBusyTimeout(10_000);
        SQLiteDataSource database = new SQLiteDataSource(config);
        database.setUrl("jdbc:sqlite:" + folder.resolve("ground.db"));
        Jdbi.create(database).useHandle(handle -> handle.createScript(
                        """
                        create table if not exists media_cache (
                            id varchar(64) primary key, query text not null, provider varchar(64) not null, url text,
                            file_path text, metadata text, score double precision, created_at bigint not null,
                            accessed_at bigint not null, ttl bigint not null default 86400);
                        create table if not exists cost_ledger (
                            id varchar(36) primary key, project_id varchar(32) not null, month varchar(7) not null,
                            provider varchar(64) not null, model varchar(128) not null, purpose text not null,
                            units text not null, micros bigint, currency varchar(3) not null,
                            outcome varchar(8) not null, attempts integer not null, created_at bigint not null,
                            settled_at bigint);
                        create table if not exists cost_account (
                            account varchar(64) primary key, spent bigint not null, reserved bigint not null);
                        """)
                .execute());
        return database;
    }
}

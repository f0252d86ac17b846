package dev.viralvideo.project;

import dev.viralvideo.failure.Failure;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What a database error means: whether trying again can help, and how to tell the operator. */
record DatabaseFault(Kind kind, SQLException cause) {
    enum Kind {
        /** Locked, a deadlock, a lost connection: the transaction did not happen, or can safely happen again. */
        TRANSIENT,
        DISK_FULL,
        DISK_ERROR,
        NOT_WRITABLE,
        REFUSED,
        CORRUPT,
        BUG
    }

    static DatabaseFault of(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof SQLiteException sqlite) {
                return new DatabaseFault(kindOf(sqlite.getResultCode()), sqlite);
            }
            if (t instanceof SQLException sql) {
                return new DatabaseFault(kindOf(sql), sql);
            }
        }
        return new DatabaseFault(Kind.BUG, new SQLException(String.valueOf(thrown.getMessage()), thrown));
    }

    /** The names are those of SQLite's result codes; an extended code carries its plain code in the lowest byte. */
    private static Kind kindOf(SQLiteErrorCode code) {
        if (code == SQLiteErrorCode.SQLITE_IOERR_SHMSIZE) {
            return Kind.DISK_FULL;
        }
        int plain = code.code & 0xff;
        return switch (plain) {
            case 5, 6 -> Kind.TRANSIENT; // BUSY, LOCKED
            case 13 -> Kind.DISK_FULL; // FULL
            case 10 -> Kind.DISK_ERROR; // IOERR
            case 3, 8, 14 -> Kind.NOT_WRITABLE; // PERM, READONLY, CANTOPEN
            case 11, 26 -> Kind.CORRUPT; // CORRUPT, NOTADB
            default -> Kind.BUG;
        };
    }

    /** SQLSTATE classes: PostgreSQL manual, appendix A. */
    private static Kind kindOf(SQLException sql) {
        String state = String.valueOf(sql.getSQLState());
        if (state.equals("53100")) {
            return Kind.DISK_FULL;
        }
        if (state.equals("25006")) {
            return Kind.NOT_WRITABLE; // a read-only transaction: a standby after a fail-over
        }
        if (state.startsWith("28") || state.equals("3D000")) {
            return Kind.REFUSED;
        }
        boolean lostOrBusy = state.matches("08...|40...|53...|57P..|55P03|25P03");
        return lostOrBusy || sql instanceof SQLTransientException ? Kind.TRANSIENT : Kind.BUG;
    }

    boolean isTransient() {
        return kind == Kind.TRANSIENT;
    }

    Failure toFailure(String database) {
        String reason = cause.getMessage();
        return switch (kind) {
            case TRANSIENT ->
                resource(
                        "DATABASE_UNAVAILABLE",
                        "database " + database + " is locked or cannot be reached: " + reason
                                + "; check that it runs and that no other program holds it");
            case DISK_FULL ->
                resource(
                        "DISK_FULL",
                        "database " + database + " cannot be written, its disk is full: " + reason
                                + "; free space and retry");
            case DISK_ERROR ->
                resource(
                        "DISK_ERROR",
                        "the disk of database " + database + " fails: " + reason + "; check it and retry");
            case NOT_WRITABLE ->
                resource(
                        "DATABASE_NOT_WRITABLE",
                        "database " + database + " cannot be opened for writing: " + reason
                                + "; check the path, its owner and its permissions");
            case REFUSED ->
                new Failure.Configuration(
                        "DATABASE_REFUSED",
                        "database " + database + " refuses us: " + reason
                                + "; check vvg.db.url, vvg.db.user and vvg.db.password",
                        cause);
            case CORRUPT ->
                new Failure.Configuration(
                        "DATABASE_UNREADABLE",
                        "database " + database + " is damaged or no database: " + reason
                                + "; restore a backup or give another path",
                        cause);
            case BUG -> new Failure.Internal("database " + database + ": " + reason, cause);
        };
    }

    private Failure resource(String code, String message) {
        return new Failure.Resource(code, message, cause);
    }
}

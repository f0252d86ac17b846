package dev.viralvideo.project;

/**
 * Saves an idle service its looks at the database: what this process writes is known at once, and what other
 * processes of this machine write, such as a command that cancels, is found every few times. A database that nodes
 * share is looked at every time.
 */
public final class ChangeWatch {
    private static final int MOST_PASSED_OVER = 4;

    private final Database database;
    private long seen = -1;
    private int passedOver;

    public ChangeWatch(Database database) {
        this.database = database;
    }

    /** Whether anything may have changed since the last time that this said yes. */
    public synchronized boolean mayHaveChanged() {
        // read before whoever asks looks, so that a commit in between is found the next time
        long commits = database.commits();
        if (commits == seen && passedOver < MOST_PASSED_OVER && !database.isShared()) {
            passedOver++;
            return false;
        }
        seen = commits;
        passedOver = 0;
        return true;
    }
}

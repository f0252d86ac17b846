package dev.viralvideo.ops.user;

import java.util.Locale;

/** What a user of the console may do. */
public enum Role {
    /** See and change. */
    ADMIN,
    /** Only see. */
    VIEWER;

    /** As it is written on the command line and told to the console. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}

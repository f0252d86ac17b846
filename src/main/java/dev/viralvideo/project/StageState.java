package dev.viralvideo.project;

/** Where one stage of one project stands. */
public enum StageState {
    /** An earlier stage is not done, or the project has ended. */
    WAITING,
    /** May be claimed as soon as its back-off is over. */
    READY,
    /** A worker holds the lease. */
    CLAIMED,
    DONE,
    FAILED
}

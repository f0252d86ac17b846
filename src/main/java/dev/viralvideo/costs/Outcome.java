package dev.viralvideo.costs;

/** How a billable call ended. */
public enum Outcome {
    /** Not yet: its cost is reserved. */
    RUNNING,
    DONE,
    /** Failed; what was charged all the same is its cost. */
    FAILED,
    /** Answered from the cache: no charge. */
    CACHED,
    /** The process ended before it was settled: counted as if it had been charged in full. */
    UNKNOWN
}

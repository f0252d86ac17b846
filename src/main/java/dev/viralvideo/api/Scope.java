package dev.viralvideo.api;

/** What a token lets its holder do; who may write may read. */
public enum Scope {
    READ,
    WRITE;

    boolean covers(Scope needed) {
        return compareTo(needed) >= 0;
    }
}

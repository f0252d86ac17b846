package dev.viralvideo.api;

/** The code of one operation. */
@FunctionalInterface
interface Endpoint {
    /** @throws dev.viralvideo.failure.Failure that becomes a problem */
    Answer answer(Call call);
}

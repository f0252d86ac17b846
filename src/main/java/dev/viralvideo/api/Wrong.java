package dev.viralvideo.api;

/**
 * One thing that is wrong with a request.
 *
 * @param at where in the body, or the name of a parameter
 */
record Wrong(String at, String code, String detail) {}

package dev.viralvideo.api;

/**
 * A parameter of an operation.
 *
 * @param in     {@code path}, {@code query} or {@code header}
 * @param type   {@code integer}, {@code number} or {@code string}: how its text is read
 * @param schema pointer into the contract
 */
record Parameter(String name, String in, boolean required, String type, String schema) {}

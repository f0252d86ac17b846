package dev.viralvideo.media;

/**
 * One picture of a backdrop. The first layer of a backdrop is opaque and so large that it covers the frame wherever
 * its motion carries it; the others are drawn over it with their alpha.
 *
 * @param file   claim check: where the PNG lies
 * @param width  of the PNG in pixels
 * @param height of the PNG in pixels
 */
public record Layer(String file, int width, int height, Motion motion) {}

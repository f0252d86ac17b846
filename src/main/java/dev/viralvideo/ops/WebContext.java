package dev.viralvideo.ops;

import org.eclipse.jetty.server.Handler;

/**
 * One part of what the server serves.
 *
 * @param port    where it is served
 * @param path    where it begins, such as {@code /api}; the longest path that fits a request gets it. One that ends in
 *                a slash is a folder: who leaves the slash out is led to it
 * @param handler sees the rest of the path
 */
public record WebContext(WebPort port, String path, Handler handler) {}

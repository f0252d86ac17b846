package dev.viralvideo.api;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** One page that is always the same. */
final class TextServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    private final String type;
    private final transient byte[] content;

    TextServlet(String type, String content) {
        this.type = type;
        this.content = content.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType(type);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
    }
}

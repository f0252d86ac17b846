package dev.viralvideo.ops.metrics;

import dev.viralvideo.ops.SilentErrors;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;

/** {@code /metrics}, for Prometheus. */
public final class MetricsPage extends ServletContextHandler {
    public MetricsPage(Metrics metrics) {
        setErrorHandler(new SilentErrors());
        addServlet(new ServletHolder(new Page(metrics)), "/");
    }

    private static final class Page extends HttpServlet {
        private static final long serialVersionUID = 1;

        private final transient Metrics metrics;

        Page(Metrics metrics) {
            this.metrics = metrics;
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.setContentType("text/plain; version=0.0.4; charset=utf-8");
            response.getWriter().print(metrics.scrape());
        }
    }
}

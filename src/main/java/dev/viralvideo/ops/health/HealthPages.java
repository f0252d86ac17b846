package dev.viralvideo.ops.health;

import dev.viralvideo.json.Json;
import dev.viralvideo.ops.SilentErrors;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;

/**
 * {@code /health/live}: whether the process answers at all; {@code /health/ready}: whether it can work; {@code /health}:
 * each part. 503 when something essential is down.
 */
public final class HealthPages extends ServletContextHandler {
    public HealthPages(HealthBoard board) {
        setErrorHandler(new SilentErrors());
        page("/live", List::of);
        page("/ready", board::essential);
        page("/", board::all);
    }

    private void page(String path, Supplier<List<Finding>> findings) {
        addServlet(new ServletHolder(new Page(findings)), path);
    }

    private static final class Page extends HttpServlet {
        private static final long serialVersionUID = 1;

        private final transient Supplier<List<Finding>> findings;

        Page(Supplier<List<Finding>> findings) {
            this.findings = findings;
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            Health health = Health.of(findings.get());
            response.setStatus(
                    health.status() == Health.Status.DOWN
                            ? HttpServletResponse.SC_SERVICE_UNAVAILABLE
                            : HttpServletResponse.SC_OK);
            response.setContentType("application/json");
            response.setHeader("Cache-Control", "no-store");
            response.getWriter().print(Json.pretty(health));
        }
    }
}

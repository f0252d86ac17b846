package dev.viralvideo.ops.hawtio;

import dev.viralvideo.ops.SilentErrors;
import dev.viralvideo.ops.user.Role;
import dev.viralvideo.ops.user.Users;
import io.hawt.HawtioContextListener;
import io.hawt.system.ConfigManager;
import io.hawt.web.auth.AuthConfigurationServlet;
import io.hawt.web.auth.AuthenticationConfiguration;
import io.hawt.web.auth.AuthenticationFilter;
import io.hawt.web.auth.ClientRouteRedirectFilter;
import io.hawt.web.auth.LoginServlet;
import io.hawt.web.auth.LogoutServlet;
import io.hawt.web.auth.RolePrincipal;
import io.hawt.web.auth.SessionExpiryFilter;
import io.hawt.web.auth.UserPrincipal;
import io.hawt.web.auth.keycloak.KeycloakServlet;
import io.hawt.web.auth.keycloak.KeycloakUserServlet;
import io.hawt.web.filters.BaseTagHrefFilter;
import io.hawt.web.filters.ResponseHeadersFilter;
import io.hawt.web.plugin.PluginServlet;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import org.eclipse.jetty.ee10.servlet.DefaultServlet;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.util.resource.Resource;
import org.eclipse.jetty.util.resource.ResourceFactory;
import org.jolokia.server.core.http.AgentServlet;

/** Hawtio: the routes as a picture, with their counts, to be stopped and started; and our managed beans. */
public final class HawtioConsole extends ServletContextHandler {
    private static final Map<String, String> CONFIGURATION = Map.of(
            "authenticationEnabled",
            "true",
            // its own would lock a name for a day, also for who knows the password; the Gate slows guessers down
            "authenticationThrottled",
            "false",
            "realm",
            "vvg",
            "roles",
            Role.ADMIN.label() + "," + Role.VIEWER.label(),
            "rolePrincipalClasses",
            RolePrincipal.class.getName(),
            "userPrincipalClasses",
            UserPrincipal.class.getName());
    private static final Duration GUESSING_STEP = Duration.ofMillis(500);

    private final ThreadLocal<Role> role = new ThreadLocal<>();

    public HawtioConsole(Users users) {
        super(SESSIONS);
        setErrorHandler(new SilentErrors());
        getSessionHandler().setHttpOnly(true);
        getSessionHandler().setSameSite(HttpCookie.SameSite.STRICT);
        setBaseResource(pages());
        setWelcomeFiles(new String[] {"index.html"});
        addEventListener(new Hawtio(new Gate(users, GUESSING_STEP)));
        filters(users);
        servlets();
    }

    /** Ours before Hawtio's: its own name, and without the pages that may show nothing here ({@link Rights}). */
    private Resource pages() {
        ResourceFactory resources = ResourceFactory.of(this);
        return ResourceFactory.combine(
                resources.newClassLoaderResource("hawtio/"), resources.newClassLoaderResource("hawtio-static/"));
    }

    /** In this order. */
    private void filters(Users users) {
        filter(new SessionExpiryFilter(), "/*");
        filter(new ResponseHeadersFilter(), "/*");
        filter(new AuthenticationFilter(), "/jolokia/*");
        filter(new RoleOfRequest(users, role), "/jolokia/*");
        filter(new ClientRouteRedirectFilter(), "/*");
        filter(new BaseTagHrefFilter(), "/");
        filter(new BaseTagHrefFilter(), "/index.html");
    }

    private void servlets() {
        ServletHolder jolokia = new ServletHolder(new AgentServlet(new Rights(role)));
        jolokia.setInitParameters(Map.of(
                "mbeanQualifier", "qualifier=hawtio",
                "allowErrorDetails", "false",
                "includeStackTrace", "false",
                "includeRequest", "false",
                "disableDetectors", "true"));
        addServlet(jolokia, "/jolokia/*");
        servlet(new KeycloakUserServlet(), "/user/*");
        servlet(new AuthConfigurationServlet(), "/auth/config/*");
        servlet(new Login(), "/auth/login");
        servlet(new LogoutServlet(), "/auth/logout");
        servlet(new KeycloakServlet(), "/keycloak/*");
        servlet(new PluginServlet(), "/plugin/*");
        servlet(new DefaultServlet(), "/");
    }

    private void filter(Filter filter, String path) {
        addFilter(new FilterHolder(filter), path, EnumSet.of(DispatcherType.REQUEST));
    }

    private void servlet(Servlet servlet, String path) {
        addServlet(new ServletHolder(servlet), path);
    }

    /** Hawtio's log-in takes what is no JSON, or no text in it, for a fault of the server. */
    private static final class Login extends LoginServlet {
        private static final long serialVersionUID = 1;

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            try {
                super.doPost(request, response);
            } catch (IOException | ClassCastException e) {
                response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            }
        }
    }

    /** Hawtio's start, with our users instead of those of a container. */
    private static final class Hawtio extends HawtioContextListener {
        private final Gate gate;

        Hawtio(Gate gate) {
            super(new ConfigManager(CONFIGURATION::get));
            this.gate = gate;
        }

        @Override
        protected void configureAuthenticationProviders(
                ServletContext context, AuthenticationConfiguration configuration) {
            configuration.addConfiguration(PasswordLogin.by(gate));
        }
    }
}

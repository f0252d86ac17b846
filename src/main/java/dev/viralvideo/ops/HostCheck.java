package dev.viralvideo.ops;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Refuses requests that a browser sends for somebody else: under a name that is not ours (a foreign site whose name was
 * made to lead here), or from a page of another origin.
 */
final class HostCheck extends Handler.Wrapper {
    private static final String API = "/api/";

    private final Set<String> names;
    private final Set<String> origins;

    HostCheck(WebAccess access, Handler inner) {
        super(inner);
        this.names = access.names();
        this.origins = access.origins();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String host = Request.getServerName(request);
        if (!isOurs(host, request)) {
            Response.writeError(request, response, callback, HttpStatus.MISDIRECTED_REQUEST_421, "Unknown host");
            return true;
        }
        if (isForeign(request)) {
            Response.writeError(request, response, callback, HttpStatus.FORBIDDEN_403, "Cross-origin request");
            return true;
        }
        return super.handle(request, response, callback);
    }

    private boolean isOurs(String host, Request request) {
        String name = bare(host);
        return name.equals("localhost") || name.equals(bare(Request.getLocalAddr(request))) || names.contains(name);
    }

    /** Whether a page of another site, port or scheme sent this; programs that are no browsers send no origin. */
    private boolean isForeign(Request request) {
        String origin = request.getHeaders().get(HttpHeader.ORIGIN);
        if (origin == null) {
            return false;
        }
        boolean welcome = origins.contains(origin)
                && request.getHttpURI().getCanonicalPath().startsWith(API);
        if (welcome) {
            return false;
        }
        String own = request.getHeaders().get(HttpHeader.HOST);
        return own == null || !own.equalsIgnoreCase(authority(origin));
    }

    private static String authority(String origin) {
        try {
            return String.valueOf(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static String bare(String host) {
        return host == null ? "" : host.toLowerCase(Locale.ROOT).replaceAll("^\\[|]$", "");
    }
}

package dev.viralvideo.api;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;

/** Lets this machine see a page; whoever asks from elsewhere needs a token. */
final class ReadGuard implements Filter {
    private final Gate gate;

    ReadGuard(Gate gate) {
        this.gate = gate;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        // the address is a literal here: nothing is looked up
        boolean here = InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
        if (here || gate.mayRead((HttpServletRequest) request)) {
            chain.doFilter(request, response);
        } else {
            ((HttpServletResponse) response).setHeader("WWW-Authenticate", "Bearer realm=\"vvg\"");
            ((HttpServletResponse) response).sendError(HttpServletResponse.SC_UNAUTHORIZED);
        }
    }
}

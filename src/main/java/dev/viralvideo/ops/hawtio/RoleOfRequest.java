package dev.viralvideo.ops.hawtio;

import dev.viralvideo.ops.user.Role;
import dev.viralvideo.ops.user.User;
import dev.viralvideo.ops.user.Users;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;

/** Finds out what the user of a session may do now, who may have been removed or degraded since the log-in. */
final class RoleOfRequest extends HttpFilter {
    private static final long serialVersionUID = 1;
    /** Where Hawtio keeps the name. */
    private static final String USER = "user";

    private final transient Users users;
    private final transient ThreadLocal<Role> role;

    RoleOfRequest(Users users, ThreadLocal<Role> role) {
        this.users = users;
        this.role = role;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpSession session = request.getSession(false);
        if (session != null && session.getAttribute(USER) instanceof String name) {
            users.find(name).map(User::role).ifPresent(role::set);
        }
        try {
            chain.doFilter(request, response);
        } finally {
            role.remove();
        }
    }
}

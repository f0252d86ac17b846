package dev.viralvideo.api;

import dev.viralvideo.failure.Failure;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.BadMessageException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers by the contract: finds the operation, lets the caller in, reads the request, and tells errors as problems. */
final class ApiServlet extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final Logger LOG = LoggerFactory.getLogger(ApiServlet.class);

    private final transient List<Operation> operations;
    private final transient Map<String, Endpoint> endpoints;
    private final transient Gate gate;
    private final transient Incoming incoming;
    private final transient Runnable onDestroy;

    /** @param endpoints by operation id; exactly those of the contract */
    ApiServlet(Contract contract, Map<String, Endpoint> endpoints, Gate gate, Incoming incoming, Runnable onDestroy) {
        this.operations = contract.operations();
        this.endpoints = Map.copyOf(endpoints);
        this.gate = gate;
        this.incoming = incoming;
        this.onDestroy = onDestroy;
        TreeSet<String> ids = operations.stream().map(Operation::id).collect(Collectors.toCollection(TreeSet::new));
        if (!ids.equals(new TreeSet<>(endpoints.keySet()))) {
            throw new IllegalStateException("contract " + ids + " and code " + endpoints.keySet() + " differ");
        }
    }

    @Override
    public void destroy() {
        onDestroy.run();
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            answer(request).send(request, response);
        } catch (IOException e) {
            LOG.debug("{} was broken off", request.getRequestURI(), e);
            throw e;
        }
    }

    private Answer answer(HttpServletRequest request) {
        String path = request.getRequestURI();
        try {
            return answer(request, request.getPathInfo() == null ? "/" : request.getPathInfo());
        } catch (Invalid e) {
            return Answer.problem(e.problem(path));
        } catch (Failure e) {
            if (e.category() == Failure.Category.SYSTEM) {
                return unexpected(path, e);
            }
            return Answer.problem(Problem.of(e, path));
        } catch (BadMessageException e) {
            return Answer.problem(
                    Problem.of(new Failure.Validation("BAD_REQUEST", "this is no well-formed HTTP request", e), path));
        } catch (IOException e) {
            LOG.debug("the body of {} did not arrive", path, e);
            return Answer.problem(Problem.of(
                    new Failure.Validation("BODY_TOO_SLOW", "the body did not arrive in time; send it at once", e),
                    path));
        } catch (RuntimeException e) {
            return unexpected(path, e);
        }
    }

    private Answer answer(HttpServletRequest request, String path) throws IOException {
        String method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
        TreeSet<String> allowed = new TreeSet<>();
        for (Operation operation : operations) {
            Optional<Map<String, String>> values = operation.path().match(path);
            if (values.isPresent() && operation.method().equals(method)) {
                Caller caller = gate.admit(request, operation.scope());
                return endpoints.get(operation.id()).answer(incoming.read(request, operation, values.get(), caller));
            }
            values.ifPresent(v -> allowed.add(operation.method()));
        }
        gate.admit(request, Scope.READ);
        if (allowed.isEmpty()) {
            throw new Failure.Validation("NO_SUCH_PATH", "there is nothing at this path; /docs shows what there is");
        }
        Failure failure =
                new Failure.Validation("METHOD_NOT_ALLOWED", "this path takes " + String.join(", ", allowed) + " only");
        return (r, response) -> {
            response.setHeader("Allow", String.join(", ", allowed));
            Answer.problem(Problem.of(failure, r.getRequestURI())).send(r, response);
        };
    }

    /** What happened is for the log alone. */
    private static Answer unexpected(String path, RuntimeException problem) {
        LOG.error("unexpected at {}", path, problem);
        return Answer.problem(Problem.of(
                new Failure.Internal("something went wrong here; the log of the service says what", problem), path));
    }
}

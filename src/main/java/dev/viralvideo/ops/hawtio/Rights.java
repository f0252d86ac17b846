package dev.viralvideo.ops.hawtio;

import dev.viralvideo.ops.user.Role;
import java.util.Map;
import java.util.Set;
import javax.management.ObjectName;
import org.jolokia.server.core.restrictor.AllowAllRestrictor;
import org.jolokia.server.core.util.RequestType;

/**
 * What may be done to managed beans through the console. What is not listed is refused: Camel's beans have operations
 * that send any message anywhere and replace routes, which is as good as a shell.
 */
final class Rights extends AllowAllRestrictor {
    /** Our own beans. */
    static final String OWN = "dev.viralvideo";

    private static final String CAMEL = "org.apache.camel";
    private static final String HAWTIO = "hawtio";
    private static final String JAVA = "java.lang";
    private static final Set<RequestType> TYPES =
            Set.of(RequestType.READ, RequestType.EXEC, RequestType.LIST, RequestType.SEARCH, RequestType.VERSION);
    private static final Set<String> JAVA_TYPES = Set.of(
            "ClassLoading", "Compilation", "GarbageCollector", "Memory", "MemoryPool", "OperatingSystem", "Threading");
    /** Not the class path, the arguments and the system properties, in which there may be secrets. */
    private static final Set<String> RUNTIME = Set.of(
            "Name",
            "Pid",
            "SpecName",
            "SpecVendor",
            "SpecVersion",
            "StartTime",
            "Uptime",
            "VmName",
            "VmVendor",
            "VmVersion");

    private static final Set<String> STEERING = Set.of("start", "stop", "suspend", "resume", "reset");
    /** By the type of Camel's bean: what only shows. */
    private static final Map<String, Set<String>> SHOWING = Map.of(
            "routes", Set.of("dumpRouteAsXml", "dumpRouteAsYaml", "dumpRouteStatsAsXml", "dumpStepStatsAsXml"),
            "context", Set.of("dumpRoutesAsXml", "dumpRoutesStatsAsXml", "dumpRoutesCoverageAsXml"));

    private final ThreadLocal<Role> role;

    /** @param role of the request that the thread works on; unset when nobody is logged in */
    Rights(ThreadLocal<Role> role) {
        this.role = role;
    }

    @Override
    public boolean isTypeAllowed(RequestType type) {
        return role.get() != null && TYPES.contains(type);
    }

    @Override
    public boolean isAttributeReadAllowed(ObjectName bean, String attribute) {
        if (role.get() == null || isObjectNameHidden(bean)) {
            return false;
        }
        return !"Runtime".equals(bean.getKeyProperty("type")) || RUNTIME.contains(attribute);
    }

    @Override
    public boolean isAttributeWriteAllowed(ObjectName bean, String attribute) {
        return false;
    }

    @Override
    public boolean isOperationAllowed(ObjectName bean, String operation) {
        String name = operation.replaceFirst("\\(.*", "");
        return role.get() != null && (isShowing(bean, name) || role.get() == Role.ADMIN && isSteering(bean, name));
    }

    @Override
    public boolean isObjectNameHidden(ObjectName bean) {
        return switch (bean.getDomain()) {
            case OWN, CAMEL, HAWTIO -> false;
            case JAVA -> !JAVA_TYPES.contains(type(bean)) && !"Runtime".equals(type(bean));
            default -> true;
        };
    }

    private static boolean isShowing(ObjectName bean, String operation) {
        return switch (bean.getDomain()) {
            case CAMEL -> SHOWING.getOrDefault(type(bean), Set.of()).contains(operation);
            case OWN -> operation.startsWith("show");
            case HAWTIO -> operation.equals("canInvoke") || operation.equals("list");
            default -> false;
        };
    }

    private static boolean isSteering(ObjectName bean, String operation) {
        return bean.getDomain().equals(OWN)
                || bean.getDomain().equals(CAMEL) && "routes".equals(type(bean)) && STEERING.contains(operation);
    }

    private static String type(ObjectName bean) {
        String type = bean.getKeyProperty("type");
        return type == null ? "" : type;
    }
}

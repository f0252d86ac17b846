package dev.viralvideo.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves and judges in one step. The connection is made to the very addresses returned here, so a name that
 * resolves differently a moment later (DNS rebinding) gains nothing.
 */
final class GuardedDns implements DnsResolver {
    private final AddressPolicy policy;
    private final Lookup lookup;

    GuardedDns(AddressPolicy policy, Lookup lookup) {
        this.policy = policy;
        this.lookup = lookup;
    }

    @Override
    public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
        InetAddress[] addresses = lookup.all(host);
        for (InetAddress address : addresses) {
            if (!policy.permits(host, port, address)) {
                throw new AddressRefused(host);
            }
        }
        return Arrays.stream(addresses)
                .map(address -> new InetSocketAddress(address, port))
                .toList();
    }

    /** Without a port nothing can be judged, so nothing is given. */
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        throw new AddressRefused(host);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    /** How names become addresses; replaced in tests. */
    interface Lookup {
        InetAddress[] all(String host) throws UnknownHostException;
    }

    /** The name leads where this program does not go. */
    static final class AddressRefused extends UnknownHostException {
        AddressRefused(String host) {
            super(host);
        }
    }
}

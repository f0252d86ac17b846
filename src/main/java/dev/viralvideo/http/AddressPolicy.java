package dev.viralvideo.http;

import dev.viralvideo.failure.Failure;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Which addresses may be connected to: those of the public Internet, and what the operator allowed. Keeps a URL that
 * came from outside from reaching this machine, its network or a cloud's metadata service.
 */
public final class AddressPolicy {
    /** IANA special-purpose registries (IPv4, IPv6), multicast, and Azure's platform address. */
    private static final List<Cidr> SPECIAL = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4",
                    "168.63.129.16",
                    "::/96",
                    "64:ff9b:1::/48",
                    "100::/64",
                    "2001::/23",
                    "2001:db8::/32",
                    "3fff::/20",
                    "5f00::/16",
                    "fc00::/7",
                    "fe80::/10",
                    "fec0::/10",
                    "ff00::/8")
            .map(Cidr::parse)
            .toList();

    private static final byte[] MAPPED = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte) 0xff, (byte) 0xff};
    private static final byte[] NAT64 = {0, 0x64, (byte) 0xff, (byte) 0x9b, 0, 0, 0, 0, 0, 0, 0, 0};

    private final List<Cidr> ranges;
    private final Set<String> hosts;

    private AddressPolicy(List<Cidr> ranges, Set<String> hosts) {
        this.ranges = ranges;
        this.hosts = hosts;
    }

    public static AddressPolicy publicOnly() {
        return new AddressPolicy(List.of(), ConcurrentHashMap.newKeySet());
    }

    /**
     * @param entries addresses, ranges ({@code 192.168.1.0/24}), hosts ({@code kokoro.lan}) or hosts with a port
     *                ({@code localhost:11434}, {@code [::1]:8880}); a host is allowed wherever its name leads
     */
    public AddressPolicy allowing(List<String> entries) {
        List<Cidr> moreRanges = new java.util.ArrayList<>(ranges);
        Set<String> moreHosts = ConcurrentHashMap.newKeySet();
        moreHosts.addAll(hosts);
        for (String entry : entries) {
            String text = entry.strip().toLowerCase(Locale.ROOT);
            if (Cidr.isLiteral(text.replaceFirst("/\\d+$", ""))) {
                moreRanges.add(range(text));
            } else if (text.matches("[a-z0-9._-]+(:\\d{1,5})?|\\[[0-9a-f:.]+](:\\d{1,5})?")) {
                moreHosts.add(text);
            } else {
                throw bad(entry, null);
            }
        }
        return new AddressPolicy(List.copyOf(moreRanges), moreHosts);
    }

    /** Allows one more host and port from now on: the operator configured a service there. */
    void trust(String host, int port) {
        String name = host.toLowerCase(Locale.ROOT);
        hosts.add((name.contains(":") && !name.startsWith("[") ? "[" + name + "]" : name) + ":" + port);
    }

    /** @param host as written in the URL; its brackets, if any, do not matter */
    public boolean permits(String host, int port, InetAddress address) {
        String name = host.toLowerCase(Locale.ROOT);
        String bracketed = name.contains(":") && !name.startsWith("[") ? "[" + name + "]" : name;
        if (hosts.contains(bracketed) || hosts.contains(bracketed + ":" + port)) {
            return true;
        }
        byte[] bytes = plain(address.getAddress());
        return ranges.stream().anyMatch(range -> range.contains(bytes))
                || SPECIAL.stream().noneMatch(range -> range.contains(bytes));
    }

    /** The IPv4 address inside an IPv6 one: mapped, NAT64 or 6to4; else the address as it is. */
    private static byte[] plain(byte[] address) {
        if (address.length != 16) {
            return address;
        }
        if (Arrays.equals(address, 0, 12, MAPPED, 0, 12) || Arrays.equals(address, 0, 12, NAT64, 0, 12)) {
            return Arrays.copyOfRange(address, 12, 16);
        }
        boolean sixToFour = address[0] == 0x20 && address[1] == 0x02;
        return sixToFour ? Arrays.copyOfRange(address, 2, 6) : address;
    }

    private static Cidr range(String text) {
        try {
            return Cidr.parse(text);
        } catch (IllegalArgumentException e) {
            throw bad(text, e);
        }
    }

    private static Failure.Configuration bad(String entry, Exception cause) {
        return new Failure.Configuration(
                "BAD_ALLOWED_ADDRESS",
                "'" + entry + "' is not an address, a range (10.0.0.0/8), a host or host:port to allow",
                cause);
    }
}

package windrose.platform.web;

import io.vertx.core.http.HttpServerRequest;
import java.util.Set;

/** The address a request really comes from: the peer's, or the one that a trusted proxy names. */
public record PeerAddress(Set<String> trustedProxies) {
  public PeerAddress {
    trustedProxies = Set.copyOf(trustedProxies);
  }

  public String of(HttpServerRequest request) {
    var peer = request.remoteAddress();
    String address = peer == null ? null : peer.hostAddress();
    if (address == null) {
      return "unknown";
    }
    String forwarded = request.getHeader("X-Forwarded-For");
    if (forwarded == null || !trustedProxies.contains(address)) {
      return address;
    }
    // the nearest entry that is not itself a trusted proxy; anything further left may be invented
    String[] hops = forwarded.split(",", -1);
    for (int hop = hops.length - 1; hop >= 0; hop--) {
      String candidate = hops[hop].strip();
      if (!candidate.isEmpty() && !trustedProxies.contains(candidate)) {
        return candidate.length() <= 45 ? candidate : address;
      }
    }
    return address;
  }
}

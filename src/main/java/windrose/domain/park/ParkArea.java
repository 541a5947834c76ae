package windrose.domain.park;

import org.locationtech.jts.geom.Envelope;

/** One of the places a park consists of: the fenced park itself, or a lone gas station far outside it. */
public record ParkArea(String id, String nameZh, String nameEn, Envelope bounds) {}

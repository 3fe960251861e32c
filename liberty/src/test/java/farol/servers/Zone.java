package farol.servers;

import java.util.ArrayList;
import java.util.List;

/**
 * A zone with one name server.
 *
 * @param origin {@code example.}; the root is {@code .}
 * @param records lines of a zone file with absolute names, without SOA and NS of the origin
 */
record Zone(String origin, Signing signing, List<String> records) {
  static final String NAME_SERVER = "ns.example.";

  Zone {
    records = List.copyOf(records);
  }

  /** All of its file; what is cached is so for a second. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("$TTL 1");
    lines.add(origin + " SOA " + NAME_SERVER + " hostmaster.example. 1 3600 600 86400 1");
    lines.add(origin + " NS " + NAME_SERVER);
    lines.addAll(records);
    return lines;
  }
}

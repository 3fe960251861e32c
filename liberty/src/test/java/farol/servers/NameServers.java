package farol.servers;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * NSD, which has the root and all zones below it, and Unbound, which begins at that root as a
 * resolver on the Internet does at the real one. Unbound validates, as Debian sets it up.
 */
final class NameServers implements AutoCloseable {
  /** What {@code FAROL_DNS_SERVERS} names. */
  static final String RESOLVER = "127.25.0.1";

  private static final String AUTHORITATIVE = "127.25.0.53";

  private final Path folder;
  private final ZoneSigner signer;
  private @Nullable Program nsd;
  private @Nullable Program unbound;

  NameServers(Path folder) {
    this.folder = folder;
    this.signer = new ZoneSigner(folder);
  }

  /** What {@code FAROL_DNSSEC_ANCHOR} names. */
  Path anchor() throws IOException, InterruptedException {
    return signer.anchor();
  }

  /**
   * Serves zones instead of those before, of which nobody remembers anything.
   *
   * @param records of the zone {@code example.}, with absolute names
   * @param children zones right below that
   */
  void publish(List<String> records, List<Zone> children) throws IOException, InterruptedException {
    close();
    List<String> all = new ArrayList<>(records);
    all.add(Zone.NAME_SERVER + " A " + AUTHORITATIVE);
    for (Zone child : children) {
      all.addAll(signer.delegation(child));
    }
    Zone top = new Zone("example.", Signing.GOOD, all);
    List<String> rootRecords = new ArrayList<>(signer.delegation(top));
    rootRecords.add(Zone.NAME_SERVER + " A " + AUTHORITATIVE);
    List<Zone> zones = new ArrayList<>(children);
    zones.add(top);
    zones.add(new Zone(".", Signing.GOOD, rootRecords));
    startNsd(zones);
    startUnbound();
  }

  private void startNsd(List<Zone> zones) throws IOException, InterruptedException {
    StringBuilder configuration =
        new StringBuilder(
            """
            server:
              ip-address: %1$s
              port: 53
              username: ""
              server-count: 1
              database: ""
              zonesdir: "%2$s"
              pidfile: "%2$s/nsd.pid"
              xfrdfile: "%2$s/nsd.xfrd"
              xfrdir: "%2$s"
              zonelistfile: "%2$s/nsd.zones"
            remote-control:
              control-enable: no
            """
                .formatted(AUTHORITATIVE, folder));
    for (Zone zone : zones) {
      configuration.append(
          "zone:\n  name: %s\n  zonefile: \"%s\"\n".formatted(zone.origin(), signer.write(zone)));
    }
    nsd = start(AUTHORITATIVE, "nsd", configuration.toString());
  }

  private void startUnbound() throws IOException, InterruptedException {
    Files.write(
        folder.resolve("root.hints"),
        List.of(". NS " + Zone.NAME_SERVER, Zone.NAME_SERVER + " A " + AUTHORITATIVE));
    unbound =
        start(
            RESOLVER,
            "unbound",
            """
            server:
              interface: %1$s
              port: 53
              do-ip6: no
              do-not-query-localhost: no
              access-control: 127.0.0.0/8 allow
              username: ""
              chroot: ""
              directory: "%2$s"
              pidfile: "%2$s/unbound.pid"
              use-syslog: no
              logfile: ""
              root-hints: "%2$s/root.hints"
              trust-anchor-file: "%3$s"
            remote-control:
              control-enable: no
            """
                .formatted(RESOLVER, folder, anchor()));
  }

  private Program start(String address, String name, String configuration)
      throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve(name + ".conf"), configuration);
    return Program.start(
        folder.resolve(name + ".log"),
        List.of(new InetSocketAddress(address, 53)),
        name,
        "-d",
        "-c",
        file.toString());
  }

  @Override
  public void close() {
    if (unbound != null) {
      unbound.close();
    }
    if (nsd != null) {
      nsd.close();
    }
  }
}

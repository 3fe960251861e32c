package farol.servers;

import farol.probe.ServerIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Servers with all states in them. */
final class RealServers implements AutoCloseable {
  // Postfix runs as another user.
  private static final FileAttribute<?> OPEN_TO_ALL =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x"));

  private final Path folder;
  private final Certificates certificates = new Certificates();
  private final Map<State, ServerIdentity> identities = new LinkedHashMap<>();
  private final NameServers names;
  private final PolicyServer policies;
  private final MailServer mail;

  /** Starts the mail servers, and a DNS without domains. */
  RealServers(List<State> states) throws IOException, InterruptedException {
    folder = Files.createTempDirectory("farol-servers-", OPEN_TO_ALL);
    states.forEach(state -> identities.put(state, certificates.of(state.mail(), state.mailHost())));
    names = new NameServers(folder("dns"));
    policies = new PolicyServer(folder("web"), certificates);
    names.publish(List.of(), List.of());
    mail = MailServer.start(folder("mail"), identities);
  }

  private Path folder(String name) throws IOException {
    return Files.createDirectory(folder.resolve(name), OPEN_TO_ALL);
  }

  /** Those of a Farol that looks at them. */
  Map<String, String> settings() throws IOException, InterruptedException {
    return Map.of(
        "FAROL_DOMAIN_LIMIT",
        "1000",
        "FAROL_DNS_SERVERS",
        NameServers.RESOLVER,
        "FAROL_DNSSEC",
        "validate",
        "FAROL_DNSSEC_ANCHOR",
        names.anchor().toString(),
        "FAROL_PROBE_CA",
        certificates.writeRoot(folder).toString(),
        "FAROL_PROBE_ALLOW",
        "127.0.0.0/8,::1/128");
  }

  /**
   * Sets up what there is at the first look, or at the second.
   *
   * @param proposals what Farol wants each domain to publish
   */
  void publish(int look, Map<State, Proposal> proposals) throws IOException, InterruptedException {
    List<String> inTop = new ArrayList<>();
    List<Zone> zones = new ArrayList<>();
    proposals.forEach(
        (state, proposal) -> {
          List<String> lines =
              new StateRecords(state, identity(state), certificates.root(), proposal).lines(look);
          if (state.get("zone").isEmpty()) {
            inTop.addAll(lines);
          } else {
            Signing signing = Signing.of(state.get("zone"));
            boolean isStillGood = look == 1 && signing.isBroken();
            zones.add(new Zone(state.domain() + ".", isStillGood ? Signing.GOOD : signing, lines));
          }
        });
    policies.publish(List.copyOf(proposals.keySet()), look);
    names.publish(inTop, zones);
  }

  private ServerIdentity identity(State state) {
    return Objects.requireNonNull(identities.get(state));
  }

  @Override
  public void close() throws IOException {
    mail.close();
    policies.close();
    names.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}

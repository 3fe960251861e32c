package farol.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Signs zones with ldns, and writes their files. */
final class ZoneSigner {
  private final Path folder;
  private final Map<String, Path> keys = new HashMap<>();

  /**
   * Keeps keys and files in a folder.
   *
   * @param folder of nobody else
   */
  ZoneSigner(Path folder) {
    this.folder = folder;
  }

  /** What {@code FAROL_DNSSEC_ANCHOR} names: the key of the root. */
  Path anchor() throws IOException, InterruptedException {
    return sibling(key("."), ".key");
  }

  /** What the zone above says of a zone. */
  List<String> delegation(Zone zone) throws IOException, InterruptedException {
    List<String> records = new ArrayList<>(List.of(zone.origin() + " NS " + Zone.NAME_SERVER));
    if (zone.signing().isDelegatedAsSigned()) {
      Path key = zone.signing() == Signing.OTHER_KEY ? newKey(zone.origin()) : key(zone.origin());
      records.addAll(Files.readAllLines(sibling(key, ".ds")));
    }
    return records;
  }

  /** The file of a zone. */
  Path write(Zone zone) throws IOException, InterruptedException {
    Path plain = folder.resolve("zone." + zone.origin());
    Files.write(plain, zone.lines());
    if (!zone.signing().isSigned()) {
      return plain;
    }
    Path signed = sibling(plain, ".signed");
    List<String> command = new ArrayList<>(List.of("ldns-signzone", "-f", signed.toString()));
    if (zone.signing() == Signing.NSEC3 || zone.signing() == Signing.NSEC3_COSTLY) {
      command.add("-n");
    }
    if (zone.signing() == Signing.NSEC3_COSTLY) {
      command.addAll(List.of("-t", "200"));
    }
    if (zone.signing() == Signing.EXPIRED) {
      LocalDate today = LocalDate.now(ZoneOffset.UTC);
      command.addAll(List.of("-i", day(today.minusDays(30))));
      command.addAll(List.of("-e", day(today.minusDays(1))));
    }
    command.addAll(List.of(plain.toString(), key(zone.origin()).toString()));
    Program.run(folder, command.toArray(String[]::new));
    Files.write(signed, zone.signing().forge(Files.readAllLines(signed)));
    return signed;
  }

  private static String day(LocalDate date) {
    return DateTimeFormatter.BASIC_ISO_DATE.format(date);
  }

  private Path key(String origin) throws IOException, InterruptedException {
    Path key = keys.get(origin);
    if (key == null) {
      key = newKey(origin);
      keys.put(origin, key);
    }
    return key;
  }

  private Path newKey(String origin) throws IOException, InterruptedException {
    return folder.resolve(
        Program.run(folder, "ldns-keygen", "-a", "ECDSAP256SHA256", "-k", origin));
  }

  private static Path sibling(Path file, String ending) {
    return file.resolveSibling(file.getFileName() + ending);
  }
}

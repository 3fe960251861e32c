package farol.wire.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import farol.wire.Bodies;
import farol.wire.mail.Mails;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever form an archive has, all that is in it comes out, in order, from wherever one begins.
 */
class ArchiveFormsTest {
  private static final byte[] REPORT = Bodies.utf8(Bodies.smallReport());
  private static final byte[] MAIL = Mails.file("mjl-__mox/microsoft.eml");

  @TempDir Path folder;

  private static Map<String, byte[]> some() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("2024/a.json", REPORT);
    files.put("README", Archives.latin1("These are old reports.\n"));
    files.put("b.json.gz", Bodies.gzip(REPORT));
    files.put("mails/c.eml", MAIL);
    return files;
  }

  private static byte[] mbox() {
    return Archives.mbox("\r\n", List.of(MAIL, Mails.file("mjl-__mox/example.eml"), MAIL));
  }

  static Stream<Arguments> archives() {
    byte[] zip = Archives.zip(some());
    byte[] tar = Archives.tar(some());
    Map<String, byte[]> nested = new LinkedHashMap<>();
    nested.put("in.zip", zip);
    nested.put("d.json", REPORT);
    nested.put("in.tgz", Bodies.gzip(tar));
    nested.put("in.mbox", mbox());
    nested.put("e.eml.gz", Bodies.gzip(MAIL));
    nested.put("in.tar", tar);
    nested.put("in.mbox.gz", Bodies.gzip(mbox()));
    return Stream.of(
        Arguments.of("json", REPORT, List.of("upload REPORT")),
        Arguments.of("json.gz", Bodies.gzip(REPORT), List.of("upload REPORT")),
        Arguments.of("eml", MAIL, List.of("upload MAIL")),
        Arguments.of("eml.gz", Bodies.gzip(MAIL), List.of("upload MAIL")),
        Arguments.of("mbox", mbox(), ofMbox("upload")),
        Arguments.of("mbox.gz", Bodies.gzip(mbox()), ofMbox("upload")),
        Arguments.of("zip", zip, ofSome("upload")),
        Arguments.of("zip.gz", Bodies.gzip(zip), ofSome("upload")),
        Arguments.of("tar", tar, ofSome("upload")),
        Arguments.of("tar.gz", Bodies.gzip(tar), ofSome("upload")),
        Arguments.of("zip of archives", Archives.zip(nested), ofNested("upload")),
        Arguments.of("tar.gz of archives", Bodies.gzip(Archives.tar(nested)), ofNested("upload")),
        Arguments.of("empty file", new byte[0], List.of("upload NOT_RECOGNISED")),
        Arguments.of("empty zip", Archives.zip(Map.of()), List.of()));
  }

  private static List<String> ofSome(String place) {
    return Stream.of(
            "2024/a.json REPORT", "README NOT_RECOGNISED", "b.json.gz REPORT", "mails/c.eml MAIL")
        .map(item -> place + '!' + item)
        .toList();
  }

  private static List<String> ofMbox(String place) {
    return Stream.of("#1 MAIL", "#2 MAIL", "#3 MAIL").map(item -> place + item).toList();
  }

  private static List<String> ofNested(String place) {
    return Stream.of(
            ofSome("in.zip"),
            List.of("d.json REPORT"),
            ofSome("in.tgz"),
            ofMbox("in.mbox"),
            List.of("e.eml.gz MAIL"),
            ofSome("in.tar"),
            ofMbox("in.mbox.gz"))
        .flatMap(List::stream)
        .map(item -> place + '!' + item)
        .toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("archives")
  void itemsComeInOrderAndFromWhereverOneBegins(String form, byte[] archive, List<String> told)
      throws IOException {
    Path file = Files.write(folder.resolve("upload"), archive);

    List<ArchiveItem> items = Archives.read(archive);

    assertThat(Archives.told(items)).isEqualTo(told);
    assertThat(items).extracting(item -> item.place().ordinal()).isEqualTo(ordinals(items.size()));
    assertThat(Archives.told(Archives.read(file))).isEqualTo(told);
    assertRestarts(
        () -> ArchiveReader.open("upload", new ByteArrayInputStream(archive), Archives.LIMITS),
        items);
  }

  @Test
  void realReportsAndMailsAreReadAsTheyAre() {
    Map<String, byte[]> samples = Archives.samples();
    assertThat(samples).hasSizeGreaterThan(25);

    assertAll(Archives.read(Archives.zip(samples)), samples);
    assertAll(Archives.read(Bodies.gzip(Archives.tar(samples))), samples);
    Archives.write(folder, samples);
    assertAll(Archives.read(folder), new TreeMap<>(samples));
  }

  @Test
  void folderIsReadInTheOrderOfNamesAndFromWhereverOneBegins() throws IOException {
    Archives.write(
        folder,
        Map.of(
            "b.json", REPORT,
            "a/z.zip", Archives.zip(some()),
            "a/A.json", REPORT,
            "c/inbox", mbox(),
            "B.json", REPORT));

    List<ArchiveItem> items = Archives.read(folder);

    List<String> told = new ArrayList<>(List.of("B.json REPORT", "a/A.json REPORT"));
    told.addAll(ofSome("a/z.zip"));
    told.add("b.json REPORT");
    told.addAll(ofMbox("c/inbox"));
    assertThat(Archives.told(items)).isEqualTo(told);
    assertRestarts(() -> Archives.open(folder, Archives.LIMITS), items);
  }

  @Test
  void maildirIsReadWithoutWhatIsStillBeingWritten() {
    Archives.write(
        folder,
        Map.of(
            "cur/1.host:2,S", MAIL,
            "new/2.host", MAIL,
            "tmp/3.host", MAIL,
            "dovecot-uidlist", Archives.latin1("3 V1 N3\n"),
            ".Archive/cur/4.host", MAIL,
            "other/tmp/5.host", MAIL));

    assertThat(Archives.told(Archives.read(folder)))
        .containsExactly(
            ".Archive/cur/4.host MAIL",
            "cur/1.host:2,S MAIL",
            "dovecot-uidlist NOT_RECOGNISED",
            "new/2.host MAIL",
            "other/tmp/5.host MAIL");
  }

  @Test
  void archivesInArchivesEndAtTheDepth() {
    byte[] inner = Archives.zip("a.json", REPORT);
    byte[] tooDeep = Archives.tar(Map.of("2", Archives.zip("3", inner)));
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("1", tooDeep);
    files.put("b.json", REPORT);

    List<ArchiveItem> items = Archives.read(Archives.zip(files));

    assertThat(Archives.told(items))
        .containsExactly("upload!1!2 ARCHIVE_TOO_DEEP", "upload!b.json REPORT");
    assertThat(detail(items.get(0)))
        .isEqualTo("at most 2 zip or tar files may be inside one another");
  }

  @Test
  void entryIsTakenUpToItsLimit() {
    byte[] report = Bodies.utf8(Bodies.smallReport() + " ".repeat(2_000));
    byte[] mail = Archives.latin1("Subject: " + "x".repeat(3_000));
    byte[] zip = Archives.zip(new TreeMap<>(Map.of("a", report, "b", mail, "c", REPORT)));

    assertThat(Archives.told(within(report.length, mail.length, zip)))
        .containsExactly("upload!a REPORT", "upload!b MAIL", "upload!c REPORT");
    assertThat(Archives.told(within(report.length - 1, mail.length - 1, zip)))
        .containsExactly("upload!a ENTRY_TOO_LARGE", "upload!b ENTRY_TOO_LARGE", "upload!c REPORT");
  }

  @Test
  void gzipThatCanNotBeLookedIntoIsLeftToTheReaderOfReports() {
    byte[] damaged = Bodies.gzip(REPORT);
    damaged[12] ^= 0x55;

    assertThat(Archives.told(Archives.read(damaged))).containsExactly("upload REPORT");
    assertThat(Archives.told(Archives.read(Bodies.gzip(Bodies.gzip(REPORT)))))
        .containsExactly("upload REPORT");
    assertThat(Archives.told(Archives.read(Bodies.gzip(Archives.latin1("text")))))
        .containsExactly("upload NOT_RECOGNISED");
  }

  @Test
  void placeIsHarmlessAndShort() {
    byte[] zip = Archives.zip("\u001b[31m\u0000" + "x".repeat(5_000), REPORT);

    String name = Archives.read(zip).get(0).place().name();

    assertThat(name).startsWith("upload!\ufffd[31m\ufffdxxx").endsWith("x...").hasSize(7 + 203);
  }

  @Test
  void skippingBeyondTheEndFindsNothingAndBackIsRefused() throws IOException {
    byte[] zip = Archives.zip(some());
    try (ArchiveReader reader =
        ArchiveReader.open("upload", new ByteArrayInputStream(zip), Archives.LIMITS)) {
      reader.skipTo(1_000);

      assertThat(reader.next()).isEmpty();
      assertThat(reader.next()).isEmpty();
    }
    try (ArchiveReader reader =
        ArchiveReader.open("upload", new ByteArrayInputStream(zip), Archives.LIMITS)) {
      reader.skipTo(2);
      assertThatIllegalArgumentException().isThrownBy(() -> reader.skipTo(1));
    }
  }

  /** Holds what is read, and that it is the same from wherever one begins. */
  static void assertReads(byte[] archive, String... told) {
    List<ArchiveItem> items = Archives.read(archive);
    assertThat(Archives.told(items))
        .containsExactlyElementsOf(
            Arrays.stream(told)
                .map(item -> item.startsWith(" ") ? "upload" + item : "upload!" + item)
                .toList());
    assertRestarts(
        () -> ArchiveReader.open("upload", new ByteArrayInputStream(archive), Archives.LIMITS),
        items);
  }

  static void assertRestarts(Archives.Opening opening, List<ArchiveItem> items) {
    List<String> all = Archives.wholly(items);
    for (int from = 0; from <= all.size(); from++) {
      assertThat(Archives.wholly(Archives.rest(opening, from)))
          .isEqualTo(all.subList(from, all.size()));
    }
  }

  private static void assertAll(List<ArchiveItem> items, Map<String, byte[]> files) {
    assertThat(items).hasSameSizeAs(files.keySet()).allMatch(ArchiveItem.Entry.class::isInstance);
    assertThat(items.stream().map(item -> item.place().name().replaceAll("^.*!", "")))
        .containsExactlyElementsOf(files.keySet());
    assertThat(Archives.bytes(items)).containsExactlyElementsOf(files.values());
    assertThat(Archives.told(items).stream().filter(told -> told.endsWith(".eml MAIL")))
        .hasSize(10);
  }

  private static List<ArchiveItem> within(int reportBytes, int mailBytes, byte[] archive) {
    return Archives.read(
        new ByteArrayInputStream(archive),
        new ArchiveLimits(reportBytes, mailBytes, 2, 100, Archives.LIMITS.packed()));
  }

  private static List<Long> ordinals(int size) {
    return Stream.iterate(0L, i -> i + 1).limit(size).collect(Collectors.toList());
  }

  private static String detail(ArchiveItem item) {
    assertThat(item).isInstanceOf(ArchiveItem.Unreadable.class);
    return ((ArchiveItem.Unreadable) item).detail();
  }
}

package farol.wire.archive;

import static farol.wire.archive.ArchiveFormsTest.assertReads;
import static org.assertj.core.api.Assertions.assertThat;

import farol.wire.Bodies;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tar files with what is no report, that are damaged, lie, or are made to cost much. */
class HostileTarTest {
  private static final byte[] REPORT = Bodies.utf8(Bodies.smallReport());
  private static final byte[] NONE = {};
  private static final int GZIP_TRAILER = 8;

  @ParameterizedTest
  @CsvSource({
    "0, REPORT",
    "7, REPORT",
    "1, LINK",
    "2, LINK",
    "3, SPECIAL_FILE",
    "4, SPECIAL_FILE",
    "6, SPECIAL_FILE",
    "S, UNSUPPORTED",
    "M, UNSUPPORTED",
    "Z, UNSUPPORTED"
  })
  void kindOfAnEntryIsTold(char type, String told) {
    byte[] bytes = type == '0' || type == '7' ? REPORT : NONE;

    assertReads(
        new TarFile().with("a", type, bytes).with("b", '0', REPORT).bytes(),
        "a " + told,
        "b REPORT");
  }

  @ParameterizedTest
  @ValueSource(chars = {'5', 'g', 'K', 'V'})
  void whatIsNoFileIsPassedOver(char type) {
    assertReads(new TarFile().with("a", type, NONE).with("b", '0', REPORT).bytes(), "b REPORT");
  }

  @Test
  void oldFormatsAreRead() {
    byte[] old = new byte[512];
    System.arraycopy(Archives.latin1("folder/"), 0, old, 0, 7);
    byte[] ustar = new TarFile().header("name", '0', "%011o".formatted(REPORT.length)).bytes();
    byte[] header = Arrays.copyOf(ustar, 512);
    System.arraycopy(Archives.latin1("long/prefix"), 0, header, 345, 11);

    assertReads(
        new TarFile().block(old).with("a", '\0', REPORT).block(header).padded(REPORT).bytes(),
        "a REPORT",
        "long/prefix/name REPORT");
  }

  @Test
  void longNamesAreReadInBothForms() throws IOException {
    String name = "x/".repeat(80) + "a.json";
    for (int mode :
        List.of(TarArchiveOutputStream.LONGFILE_GNU, TarArchiveOutputStream.LONGFILE_POSIX)) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
        tar.setLongFileMode(mode);
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(REPORT.length);
        tar.putArchiveEntry(entry);
        tar.write(REPORT);
        tar.closeArchiveEntry();
      }

      assertReads(out.toByteArray(), name + " REPORT");
    }
  }

  @Test
  void hardLinkHasNoBytesWhateverItsSize() {
    assertReads(
        new TarFile().header("a", '1', "00000001000").with("b", '0', REPORT).bytes(),
        "a LINK",
        "b REPORT");
  }

  @Test
  void sparseFilesArePassedOverWithTheirMaps() {
    byte[] sparse =
        Arrays.copyOf(
            new TarFile().header("a", 'S', "%011o".formatted(REPORT.length)).bytes(), 512);
    sparse[482] = 1;
    byte[] more = new byte[512];
    more[504] = 1;
    byte[] pax = Bodies.utf8(TarFile.pax("GNU.sparse.major", "1"));

    assertReads(
        new TarFile()
            .block(sparse)
            .padded(more)
            .padded(new byte[512])
            .padded(REPORT)
            .with("x", 'x', pax)
            .with("b", '0', REPORT)
            .with("c", '0', REPORT)
            .bytes(),
        "a UNSUPPORTED",
        "b UNSUPPORTED",
        "c REPORT");
  }

  @Test
  void paxSizeReplacesThatOfTheHeader() {
    byte[] pax = Bodies.utf8(TarFile.pax("size", String.valueOf(REPORT.length)));

    assertReads(
        new TarFile()
            .with("x", 'x', pax)
            .header("a", '0', "00000000000")
            .padded(REPORT)
            .with("b", '0', REPORT)
            .bytes(),
        "a REPORT",
        "b REPORT");
  }

  static Stream<byte[]> sizes() {
    return Stream.of(
        Archives.latin1("-0000000001"),
        Archives.latin1("00000000x11"),
        bytes(0x80, 1),
        bytes(0xff, 0xff),
        bytes(0x80, 0x7f, 0xff));
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void sizeThatIsNoneEndsIt(byte[] size) {
    assertReads(
        new TarFile().with("a", '0', REPORT).header("b", '0', size).bytes(),
        "a REPORT",
        " DAMAGED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "x", "99999999999999999999"})
  void paxSizeThatIsNoneEndsIt(String size) {
    byte[] pax = Bodies.utf8(TarFile.pax("size", size));

    assertReads(new TarFile().with("x", 'x', pax).with("b", '0', REPORT).bytes(), " DAMAGED");
  }

  @Test
  void hugeSizeIsNotBelieved() {
    byte[] huge = bytes(0x80, 0, 0, 0, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff);

    assertReads(
        new TarFile().header("a", '0', huge).padded(REPORT).bytes(), "a TRUNCATED", " TRUNCATED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "5",
        "5 ",
        "99 a=b\n",
        "6 a=bc",
        "6 abcd\n",
        "0 a=b\n",
        "-6 a=b\n",
        "999999999999 a=b\n"
      })
  void damagedExtendedHeaderEndsIt(String pax) {
    assertReads(
        new TarFile().with("x", 'x', Bodies.utf8(pax)).with("b", '0', REPORT).bytes(), " DAMAGED");
  }

  @ParameterizedTest
  @ValueSource(chars = {'L', 'x'})
  void headersAboutAnEntryAreLimited(char type) {
    byte[] fits = bomb(type, 1_000);
    byte[] bomb = bomb(type, 5 << 20);
    byte[] tar =
        new TarFile()
            .with("x", type, fits)
            .with("a", '0', REPORT)
            .with("x", type, bomb)
            .with("b", '0', REPORT)
            .with("c", '0', REPORT)
            .bytes();

    assertThat(
            Archives.told(
                Archives.read(
                    new ByteArrayInputStream(Bodies.gzip(tar)),
                    Archives.limits(10, 60 << 20, 100, 1_000))))
        .extracting(told -> told.replaceAll("x{3,}[.]*", "x"))
        .containsExactly("upload!x REPORT", "upload!b NAME_TOO_LONG", "upload!c REPORT");
  }

  private static byte[] bomb(char type, int size) {
    String value = "x".repeat(size - (type == 'x' ? 20 : 0));
    String bomb = type == 'x' ? TarFile.pax("path", value) : value;
    return Bodies.utf8(bomb);
  }

  @Test
  void truncatedAnywhereGivesWhatCameBefore() {
    byte[] tar = new TarFile().with("a", '0', REPORT).with("b", '0', REPORT).bytes();
    int before = 0;
    for (int length = 512; length < tar.length - 512; length++) {
      List<ArchiveItem> items = Archives.read(Arrays.copyOf(tar, length));

      List<byte[]> read = Archives.bytes(items);
      assertThat(read).hasSizeBetween(before, 2).allMatch(bytes -> Arrays.equals(bytes, REPORT));
      before = read.size();
      assertThat(Archives.told(items).get(items.size() - 1))
          .as("of %d", length)
          .isIn("upload TRUNCATED", "upload!a TRUNCATED");
    }
    assertThat(before).isEqualTo(2);
  }

  @Test
  void truncatedGzipGivesWhatCameBefore() {
    byte[] packed =
        Bodies.gzip(new TarFile().with("a", '0', REPORT).with("b", '0', REPORT).bytes());
    int before = 0;
    for (int length = 100; length < packed.length - GZIP_TRAILER; length++) {
      byte[] cut = Arrays.copyOf(packed, length);
      int there = inflated(cut);
      if (there >= 2 * 512) {
        List<ArchiveItem> items = Archives.read(cut);

        before = Archives.bytes(items).size();
        assertThat(before).as("of %d", length).isEqualTo(there < 3 * 512 + REPORT.length ? 1 : 2);
        assertThat(Archives.told(items)).last().isEqualTo("upload TRUNCATED");
      }
    }
    assertThat(before).isEqualTo(2);
    assertReads(packed, "a REPORT", "b REPORT");
  }

  /** How many bytes can be had of a gzip file that is cut. */
  private static int inflated(byte[] gzip) {
    Inflater inflater = new Inflater(true);
    inflater.setInput(gzip, 10, gzip.length - 10);
    try {
      return inflater.inflate(new byte[10_000]);
    } catch (DataFormatException e) {
      throw new IllegalArgumentException(e);
    } finally {
      inflater.end();
    }
  }

  @Test
  void bombIsNotInflatedToItsEnd() {
    byte[] tar = new TarFile().with("a", '0', new byte[3 << 20]).with("b", '0', REPORT).bytes();

    assertThat(
            Archives.told(
                Archives.read(
                    new ByteArrayInputStream(Bodies.gzip(tar)),
                    Archives.limits(10, 1 << 20, 100, 100))))
        .containsExactly("upload!a NOT_RECOGNISED", "upload EXPANDS_TOO_MUCH");
  }

  @Test
  void otherBytesWhereAHeaderShouldBeEndIt() {
    byte[] tar = new TarFile().with("a", '0', REPORT).with("b", '0', REPORT).bytes();
    tar[1024] ^= 1;

    assertReads(tar, "a REPORT", " DAMAGED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../etc/passwd", "/etc/passwd", "a\u001bb", "\u00ff"})
  void nameIsOnlyShown(String name) {
    List<ArchiveItem> items = Archives.read(new TarFile().with(name, '0', REPORT).bytes());

    assertThat(Archives.bytes(items)).containsExactly(REPORT);
    assertThat(items.get(0).place().name().codePoints()).noneMatch(Character::isISOControl);
  }

  @Test
  void whatFollowsTheEndIsTold() {
    byte[] tar = new TarFile().with("a", '0', REPORT).bytes();

    assertReads(Bodies.concat(tar, new byte[10_000]), "a REPORT");
    assertReads(Bodies.concat(tar, tar), "a REPORT", " DAMAGED");
    assertReads(Bodies.concat(Bodies.gzip(tar), Bodies.gzip(tar)), "a REPORT", " DAMAGED");
  }

  @Test
  void emptyBlockBetweenEntriesIsNoGoodEnd() {
    assertReads(
        new TarFile().with("a", '0', REPORT).padded(new byte[512]).with("b", '0', REPORT).bytes(),
        "a REPORT",
        " DAMAGED");
  }

  @Test
  void entriesAreLimitedWhateverTheyAreButNotHeadersAboutThem() {
    byte[] pax = Bodies.utf8(TarFile.pax("mtime", "1"));
    byte[] tar =
        new TarFile()
            .with("x", 'g', pax)
            .with("a/", '5', NONE)
            .with("x", 'x', pax)
            .with("b", '0', REPORT)
            .bytes();

    assertThat(told(tar, 2)).containsExactly("upload!b REPORT");
    assertThat(told(tar, 1)).containsExactly("upload TOO_MANY_ENTRIES");
  }

  private static List<String> told(byte[] tar, long entries) {
    return Archives.told(
        Archives.read(new ByteArrayInputStream(tar), Archives.limits(entries, 1 << 20, 100, 100)));
  }

  private static byte[] bytes(int... octets) {
    byte[] bytes = new byte[12];
    for (int i = 0; i < octets.length; i++) {
      bytes[i] = (byte) octets[i];
    }
    return bytes;
  }
}

package farol.wire.archive;

import static farol.wire.archive.ArchiveFormsTest.assertReads;
import static org.assertj.core.api.Assertions.assertThat;

import farol.wire.Bodies;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Zip files that are damaged, lie, or are made to cost much. */
class HostileZipTest {
  private static final byte[] REPORT = Bodies.utf8(Bodies.smallReport());
  private static final byte[] ZEROS = new byte[3 << 20];

  @ParameterizedTest
  @CsvSource({
    "8, false, false",
    "8, true, false",
    "8, false, true",
    "8, true, true",
    "0, true, false",
    "0, true, true"
  })
  void sizesMayStandBehindAnEntryInAnyForm(int method, boolean signed, boolean wide) {
    byte[] zip =
        new ZipFile()
            .with(new ZipFile.Entry("a", method, REPORT).described(signed, wide))
            .with("b", ZipFile.STORED, REPORT)
            .bytes();

    assertReads(zip, "a REPORT", "b REPORT");
    assertThat(Archives.bytes(Archives.read(zip))).containsExactly(REPORT, REPORT);
  }

  @ParameterizedTest
  @CsvSource({
    "8, false, false",
    "8, true, false",
    "8, false, true",
    "8, true, true",
    "0, false, false",
    "0, true, false",
    "0, false, true",
    "0, true, true"
  })
  void sizesMayStandBehindAnEmptyEntryInAnyForm(int method, boolean signed, boolean wide) {
    assertReads(
        new ZipFile()
            .with(new ZipFile.Entry("a", method, new byte[0]).described(signed, wide))
            .with("b", ZipFile.STORED, REPORT)
            .bytes(),
        "a NOT_RECOGNISED",
        "b REPORT");
  }

  /** What is said behind an entry may also stand in it. */
  @Test
  void storedEntryGoesOnToItsOwnDescriptor() {
    byte[] inner =
        new ZipFile()
            .with(new ZipFile.Entry("b", ZipFile.STORED, REPORT).described(true, false))
            .with(new ZipFile.Entry("c", ZipFile.STORED, new byte[0]).described(true, true))
            .with(new ZipFile.Entry("d", ZipFile.DEFLATED, REPORT).described(true, false))
            .bytes();
    byte[] marks = Bodies.utf8("{" + "PK\7\b".repeat(50_000) + "PPKPK\7");
    byte[] zip =
        new ZipFile()
            .with(new ZipFile.Entry("in", ZipFile.STORED, inner).described(true, false))
            .with(new ZipFile.Entry("marks", ZipFile.STORED, marks).described(true, true))
            .with("z", ZipFile.STORED, REPORT)
            .bytes();

    assertReads(
        zip, "in!b REPORT", "in!c NOT_RECOGNISED", "in!d REPORT", "marks REPORT", "z REPORT");
    assertThat(Archives.bytes(Archives.read(zip))).containsExactly(REPORT, REPORT, marks, REPORT);
  }

  /** Nothing depends on where the bytes are read in blocks. */
  @Test
  void blocksMakeNoDifference() {
    for (int length = 65_460; length < 65_560; length++) {
      byte[] large = Bodies.utf8("{" + "x".repeat(length));

      List<ArchiveItem> items =
          Archives.read(
              new ZipFile()
                  .with(new ZipFile.Entry("a", ZipFile.STORED, large).described(true, false))
                  .with("b", ZipFile.STORED, REPORT)
                  .bytes());

      assertThat(Archives.bytes(items)).containsExactly(large, REPORT);
    }
  }

  @Test
  void storedEntryWithAnotherDescriptorHidesWhatFollows() {
    ZipFile.Entry entry = new ZipFile.Entry("b", ZipFile.STORED, REPORT).described(true, false);
    entry.packed = Bodies.utf8(Bodies.smallReport().replace('9', '8'));

    assertReads(
        new ZipFile().with("a", 0, REPORT).with(entry).with("c", 0, REPORT).bytes(),
        "a REPORT",
        "b TRUNCATED",
        " TRUNCATED");
  }

  @Test
  void sizesOfLargeFilesAreReadFromTheExtraField() {
    ZipFile.Entry large = new ZipFile.Entry("a", ZipFile.DEFLATED, REPORT);
    ByteBuffer extra = ByteBuffer.allocate(26).order(ByteOrder.LITTLE_ENDIAN);
    extra.putShort((short) 0x7075).putShort((short) 2).putShort((short) 7);
    extra.putShort((short) 1).putShort((short) 16).putLong(large.size).putLong(large.packedSize);
    large.extra = extra.array();
    large.size = 0xffff_ffffL;
    large.packedSize = 0xffff_ffffL;

    assertReads(
        new ZipFile().with(large).with("b", ZipFile.STORED, REPORT).bytes(),
        "a REPORT",
        "b REPORT");
  }

  static Stream<Arguments> lies() {
    return Stream.of(
        lie("size is too small", entry -> entry.size--, "a DAMAGED", "b REPORT"),
        lie("size is too large", entry -> entry.size = 1L << 31, "a DAMAGED", "b REPORT"),
        lie("CRC is wrong", entry -> entry.crc ^= 1, "a DAMAGED", "b REPORT"),
        lie("data is damaged", entry -> entry.packed[20] ^= 0x55, "a DAMAGED", "b REPORT"),
        lie("method is unknown", entry -> entry.method = 93, "a UNSUPPORTED", "b REPORT"),
        lie("encrypted", entry -> entry.flags = ZipFile.ENCRYPTED, "a ENCRYPTED", "b REPORT"),
        lie(
            "encrypted, sizes behind, too",
            entry -> {
              long packedSize = entry.packedSize;
              entry.described(true, false).packedSize = packedSize;
              entry.flags |= ZipFile.ENCRYPTED;
            },
            "a ENCRYPTED",
            "b REPORT"),
        lie(
            "encrypted, sizes behind only",
            entry -> entry.described(true, false).flags |= ZipFile.ENCRYPTED,
            "a ENCRYPTED",
            " DAMAGED"),
        lie(
            "CRC behind is wrong",
            entry -> entry.described(true, false).behind[4] ^= 1,
            "a DAMAGED",
            " DAMAGED"),
        lie(
            "data is damaged and of no known size",
            entry -> entry.described(true, false).packed[20] ^= 0x55,
            "a DAMAGED",
            " DAMAGED"),
        lie("packed size is too small", entry -> entry.packedSize -= 9, "a DAMAGED", " DAMAGED"),
        lie("packed size is too large", entry -> entry.packedSize += 9, "a DAMAGED", " DAMAGED"),
        lie(
            "packed size is huge",
            entry -> entry.packedSize = 0xffff_fffeL,
            "a DAMAGED",
            " TRUNCATED"));
  }

  private static Arguments lie(String what, Consumer<ZipFile.Entry> lie, String... told) {
    return Arguments.of(what, lie, told);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lies")
  void lyingEntryIsToldAndOthersAreReadIfTheyAreFound(
      String what, Consumer<ZipFile.Entry> lie, String... told) {
    ZipFile.Entry entry = new ZipFile.Entry("a", ZipFile.DEFLATED, REPORT);
    lie.accept(entry);

    assertReads(new ZipFile().with(entry).with("b", ZipFile.STORED, REPORT).bytes(), told);
  }

  @Test
  void sizeThatNeedsSixtyFourBitsIsNoSize() {
    ZipFile.Entry entry = new ZipFile.Entry("a", ZipFile.STORED, REPORT);
    ByteBuffer extra = ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN);
    extra.putShort((short) 1).putShort((short) 16).putLong(-1).putLong(Long.MIN_VALUE);
    entry.extra = extra.array();
    entry.packedSize = 0xffff_ffffL;

    assertReads(new ZipFile().with(entry).bytes(), " DAMAGED");
  }

  /** What came before the end is given, then that it ended; nothing else. */
  @Test
  void truncatedAnywhereGivesWhatCameBefore() {
    byte[] zip =
        new ZipFile()
            .with("a", ZipFile.DEFLATED, REPORT)
            .with(new ZipFile.Entry("b", ZipFile.DEFLATED, REPORT).described(true, false))
            .with("c", ZipFile.STORED, REPORT)
            .with(new ZipFile.Entry("d", ZipFile.STORED, REPORT).described(true, true))
            .bytes();
    int before = 0;
    for (int length = 4; length < zip.length; length++) {
      List<ArchiveItem> items = Archives.read(Arrays.copyOf(zip, length));

      List<byte[]> read = Archives.bytes(items);
      assertThat(read).hasSizeBetween(before, 4).allMatch(bytes -> Arrays.equals(bytes, REPORT));
      before = read.size();
      List<String> told = Archives.told(items);
      assertThat(told.get(told.size() - 1)).as("of %d", length).isEqualTo("upload TRUNCATED");
      assertThat(told.subList(before, told.size() - 1)).hasSizeLessThanOrEqualTo(1);
    }
    assertThat(before).isEqualTo(4);
  }

  @Test
  void bombInOneEntryIsNotInflatedToItsEnd() {
    byte[] zip = new ZipFile().with("a", ZipFile.DEFLATED, ZEROS).with("b", 0, REPORT).bytes();

    assertThat(told(zip, Archives.limits(10, 1 << 20, 100, 100)))
        .containsExactly("upload!a NOT_RECOGNISED", "upload EXPANDS_TOO_MUCH");
    assertThat(told(zip, Archives.limits(10, 4 << 20, 100, 100)))
        .containsExactly("upload!a NOT_RECOGNISED", "upload!b REPORT");
    assertThat(told(zip, Archives.limits(10, 1 << 20, 1_000, 100)))
        .containsExactly("upload!a NOT_RECOGNISED", "upload!b REPORT");
  }

  /** As in 42.zip: each archive is small, and there are sixteen of them in each. */
  @Test
  void bombOfArchivesInArchivesEndsWithTheFile() {
    byte[] bomb = new ZipFile().with("a", ZipFile.DEFLATED, ZEROS).bytes();
    byte[] bombs = Archives.zip(names(bomb));

    List<String> told = told(bombs, Archives.limits(1_000, 10 << 20, 100, 100));

    assertThat(told)
        .containsExactly(
            "upload!0!a NOT_RECOGNISED",
            "upload!1!a NOT_RECOGNISED",
            "upload!10!a NOT_RECOGNISED",
            "upload!11!a NOT_RECOGNISED",
            "upload!11 EXPANDS_TOO_MUCH");
    assertThat(told(Archives.zip(names(bombs)), Archives.LIMITS))
        .hasSize(256)
        .allMatch(item -> item.endsWith(" ARCHIVE_TOO_DEEP"));
  }

  /** Where an archive ends for its size must not depend on what was read of it before. */
  @Test
  void whatWasSkippedCountsAsIfItHadBeenRead() {
    byte[] mail = Bodies.gzip(Archives.latin1("Subject: " + "x".repeat(1 << 20)));
    byte[] zip =
        new ZipFile()
            .with("a", ZipFile.STORED, mail)
            .with("b", ZipFile.STORED, mail)
            .with("c", ZipFile.STORED, REPORT)
            .bytes();
    ArchiveLimits limits = Archives.limits(10, 3 << 19, 1, 100);

    List<ArchiveItem> items = Archives.read(new ByteArrayInputStream(zip), limits);

    assertThat(Archives.told(items))
        .containsExactly("upload!a MAIL", "upload!b EXPANDS_TOO_MUCH", "upload EXPANDS_TOO_MUCH");
    ArchiveFormsTest.assertRestarts(
        () -> ArchiveReader.open("upload", new ByteArrayInputStream(zip), limits), items);
  }

  /** All entries of the directory may lead to the same bytes; those are read once. */
  @Test
  void overlappingEntriesAreReadOnceAndTold() {
    byte[] zip = new ZipFile().with("a", ZipFile.DEFLATED, REPORT).bytes(1_000);

    List<ArchiveItem> items = Archives.read(zip);

    assertReads(zip, "a REPORT", " DAMAGED");
    assertThat(((ArchiveItem.Unreadable) items.get(1)).detail())
        .isEqualTo("its directory must list the entries that were found, 1, but lists 1000");
  }

  /** An entry that is quoted in the bytes of the one before it is part of that one only. */
  @Test
  void entryInsideAnEntryIsNotReadTwice() {
    byte[] inner = new ZipFile().with("b", ZipFile.STORED, REPORT).bytes(0);
    byte[] quoted = Arrays.copyOf(inner, inner.length - 22);

    assertReads(
        new ZipFile().with("a", ZipFile.STORED, Bodies.concat(Bodies.utf8("-"), quoted)).bytes(2),
        "a NOT_RECOGNISED",
        " DAMAGED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../../etc/passwd", "/etc/passwd", "C:\\autoexec.bat", "a\u0000b", "", "\u00ff"})
  void nameIsOnlyShown(String name) {
    List<ArchiveItem> items =
        Archives.read(new ZipFile().with(name, ZipFile.STORED, REPORT).bytes());

    assertThat(Archives.bytes(items)).containsExactly(REPORT);
    assertThat(items.get(0).place().name().codePoints()).noneMatch(Character::isISOControl);
  }

  @Test
  void nameIsLimited() {
    byte[] zip =
        new ZipFile()
            .with("x".repeat(100), ZipFile.STORED, REPORT)
            .with("x".repeat(101), ZipFile.STORED, REPORT)
            .with(
                new ZipFile.Entry("x".repeat(65_535), ZipFile.DEFLATED, REPORT)
                    .described(true, false))
            .with("b", ZipFile.STORED, REPORT)
            .bytes();

    assertThat(told(zip, Archives.limits(10, 1 << 20, 100, 100)))
        .extracting(told -> told.replaceAll("^.* ", ""))
        .containsExactly("REPORT", "NAME_TOO_LONG", "NAME_TOO_LONG", "REPORT");
  }

  @Test
  void entriesAreLimitedFoldersIncluded() {
    byte[] zip =
        new ZipFile()
            .with("a", ZipFile.STORED, REPORT)
            .with("folder/", ZipFile.STORED, new byte[0])
            .with("b", ZipFile.STORED, REPORT)
            .bytes();

    assertThat(told(zip, Archives.limits(3, 1 << 20, 100, 100)))
        .containsExactly("upload!a REPORT", "upload!b REPORT");
    assertThat(told(zip, Archives.limits(2, 1 << 20, 100, 100)))
        .containsExactly("upload!a REPORT", "upload TOO_MANY_ENTRIES");
  }

  @Test
  void limitsAllowHundredsOfThousandsOfReports() {
    ZipFile zip = new ZipFile();
    byte[] report = Bodies.utf8("{}");
    IntStream.range(0, 150_000).forEach(i -> zip.with("r", ZipFile.STORED, report));

    assertThat(Archives.read(zip.bytes())).hasSize(150_000);
  }

  @Test
  void otherBytesWhereAnEntryShouldBeginEndIt() {
    byte[] zip = Bodies.concat(Archives.zip("a", REPORT), new byte[0]);
    zip[0] = 'p';
    assertThat(Archives.told(Archives.read(zip))).containsExactly("upload NOT_RECOGNISED");

    byte[] second = new ZipFile().with("a", 0, REPORT).with("b", 0, REPORT).bytes();
    second[30 + 1 + REPORT.length] = 'p';
    assertReads(second, "a REPORT", " DAMAGED");

    ZipFile.Entry entry = new ZipFile.Entry("a", ZipFile.DEFLATED, REPORT).described(true, false);
    entry.behind = Bodies.concat(entry.behind, new byte[1]);
    assertReads(new ZipFile().with(entry).bytes(), "a REPORT", " DAMAGED");
  }

  @Test
  void whatFollowsTheEndIsTold() {
    byte[] zip = Archives.zip("a", REPORT);

    assertReads(Bodies.concat(zip, new byte[10_000]), "a REPORT");
    assertReads(Bodies.concat(zip, zip), "a REPORT", " DAMAGED");
    assertReads(Bodies.concat(zip, new byte[10_000], new byte[] {1}), "a REPORT", " DAMAGED");
  }

  @Test
  void checksumOfWhatItIsPackedInIsHeld() {
    byte[] packed = Bodies.gzip(Bodies.concat(Archives.zip("a", REPORT), new byte[100_000]));
    packed[packed.length - 8] ^= 1;

    assertReads(packed, "a REPORT", " DAMAGED");
  }

  private static Map<String, byte[]> names(byte[] file) {
    Map<String, byte[]> files = new TreeMap<>();
    IntStream.range(0, 16).forEach(i -> files.put(String.valueOf(i), file));
    return files;
  }

  private static List<String> told(byte[] archive, ArchiveLimits limits) {
    return Archives.told(Archives.read(new ByteArrayInputStream(archive), limits));
  }
}

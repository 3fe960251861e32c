package farol.wire.archive;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import farol.wire.Bodies;
import farol.wire.packed.PackedLimits;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the bytes, they come as items, within the limits, the same from wherever one begins. */
class ArchiveReaderFuzzTest {
  private static final int LARGEST_SEED = 8 << 10;

  /** Narrow, so that they are soon met. */
  private static final ArchiveLimits LIMITS =
      new ArchiveLimits(2_000, 3_000, 2, 10, new PackedLimits(30, 20_000, 10, 200));

  private static final int MOST_ITEMS = 40;

  @DictionaryEntries({
    "PK\\x03\\x04",
    "PK\\x01\\x02",
    "PK\\x05\\x06",
    "PK\\x07\\x08",
    "\\x1f\\x8b\\x08",
    "ustar\\x00",
    "\\x0aFrom a\\x0a",
    "From a Fri Nov 20 10:00:00 2026\\x0a",
    "\\x0d\\x0a\\x0d\\x0aFrom a\\x0d\\x0a",
    ">From ",
    "Subject: x",
    "path=",
    "size=",
    "GNU.sparse."
  })
  @MethodSource("archives")
  @FuzzTest(maxDuration = "", maxExecutions = 1_000_000)
  void comesAsItems(byte[] input) {
    check(input);
    // Damage rarely leaves a checksum right, so the bytes also go in as what an archive holds.
    check(Bodies.gzip(input));
    check(Archives.zip("a", input));
  }

  static Stream<byte[]> archives() {
    Map<String, byte[]> report = Map.of("a.json", Bodies.utf8(Bodies.smallReport()));
    return Stream.concat(
            ArchiveFormsTest.archives().map(arguments -> (byte[]) arguments.get()[1]),
            Stream.of(
                Archives.tar(report),
                Archives.zip("b.zip", Archives.zip(report)),
                new TarFile()
                    .with("x", 'x', Bodies.utf8(TarFile.pax("path", "long/name")))
                    .with("a", '0', Bodies.utf8("{}"))
                    .bytes(),
                new ZipFile()
                    .with(
                        new ZipFile.Entry("a", ZipFile.DEFLATED, Bodies.utf8("{}"))
                            .described(true, false))
                    .with(
                        new ZipFile.Entry("b", ZipFile.STORED, Bodies.utf8("{}"))
                            .described(true, false))
                    .bytes()))
        .filter(seed -> seed.length <= LARGEST_SEED);
  }

  private static void check(byte[] input) {
    List<ArchiveItem> items = read(input, 0);
    assertThat(items).hasSizeLessThan(MOST_ITEMS);
    for (ArchiveItem item : items) {
      checkItem(item);
    }
    int middle = items.size() / 2;
    assertThat(Archives.wholly(read(input, middle)))
        .isEqualTo(Archives.wholly(items.subList(middle, items.size())));
  }

  private static void checkItem(ArchiveItem item) {
    assertThat(item.place().name().codePoints()).noneMatch(Character::isISOControl);
    if (item instanceof ArchiveItem.Entry entry) {
      int most = entry.form() == ArchiveItem.Form.MAIL ? LIMITS.mailBytes() : LIMITS.reportBytes();
      assertThat(entry.bytes()).hasSizeLessThanOrEqualTo(most);
    } else {
      assertThat(((ArchiveItem.Unreadable) item).detail()).isNotBlank();
    }
  }

  private static List<ArchiveItem> read(byte[] input, int from) {
    return Archives.rest(
        () -> ArchiveReader.open("upload", new ByteArrayInputStream(input), LIMITS), from);
  }
}

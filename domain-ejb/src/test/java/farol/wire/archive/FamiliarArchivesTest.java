package farol.wire.archive;

import static org.assertj.core.api.Assertions.assertThat;

import farol.wire.Bodies;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives that the usual programs write, most of them to a pipe. */
class FamiliarArchivesTest {
  private static final byte[] REPORT = Bodies.utf8(Bodies.smallReport());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gnu-tar.tar.gz",
        "gnu-tar-pax.tar.gz",
        "info-zip.zip",
        "info-zip-stored.zip",
        "python-stored.zip",
        "python-stored-zip64.zip",
        "python-deflated-zip64.zip"
      })
  void allIsReadInOrder(String name) {
    List<ArchiveItem> items = read(name);

    assertThat(Archives.told(items))
        .containsExactly(
            "upload!reports/a.json REPORT",
            "upload!reports/empty NOT_RECOGNISED",
            "upload!reports/z.json REPORT");
    assertThat(Archives.bytes(items)).containsExactly(REPORT, REPORT);
  }

  @Test
  void emptyFileFromAPipeIsNoDamage() {
    assertThat(Archives.told(read("info-zip-empty.zip")))
        .containsExactly("upload!- NOT_RECOGNISED");
  }

  private static List<ArchiveItem> read(String name) {
    byte[] archive = Bodies.file("archives/" + name);
    List<ArchiveItem> items = Archives.read(archive);
    ArchiveFormsTest.assertRestarts(
        () -> ArchiveReader.open("upload", new ByteArrayInputStream(archive), Archives.LIMITS),
        items);
    return items;
  }
}

package farol.wire.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import farol.wire.Bodies;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders hold more than files, and files change while they are read. */
class FolderTest {
  private static final byte[] REPORT = Bodies.utf8(Bodies.smallReport());

  @TempDir Path temporary;
  private Path folder;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createDirectory(temporary.resolve("archive"));
  }

  @Test
  void linksAreNotFollowed() throws IOException {
    Path secret = Files.write(temporary.resolve("secret.json"), REPORT);
    Archives.write(folder, Map.of("b/c.json", REPORT));
    Files.createSymbolicLink(folder.resolve("a"), secret);
    Files.createSymbolicLink(folder.resolve("b/loop"), folder);
    Files.createSymbolicLink(folder.resolve("d"), Path.of("nowhere"));

    assertThat(Archives.told(Archives.read(folder)))
        .containsExactly("a LINK", "b/c.json REPORT", "b/loop LINK", "d LINK");
  }

  @Test
  void linkThatIsItselfOpenedIsFollowed() throws IOException {
    Archives.write(folder, Map.of("a.json", REPORT));
    Path link = Files.createSymbolicLink(temporary.resolve("link"), folder);

    assertThat(Archives.told(Archives.read(link))).containsExactly("a.json REPORT");
  }

  @Test
  void pipeIsNotOpened() throws IOException, InterruptedException {
    Archives.write(folder, Map.of("b.json", REPORT));
    Path pipe = folder.resolve("a");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();

    assertThat(Archives.told(Archives.read(folder)))
        .containsExactly("a SPECIAL_FILE", "b.json REPORT");
    assertThat(Archives.told(Archives.read(pipe))).containsExactly("a SPECIAL_FILE");
  }

  @Test
  void fileThatIsGoneIsTold() throws IOException {
    Archives.write(folder, Map.of("a.json", REPORT, "b.json", REPORT, "c.json", REPORT));
    try (ArchiveReader reader = Archives.open(folder, Archives.LIMITS)) {
      List<ArchiveItem> items = new ArrayList<>(List.of(reader.next().orElseThrow()));
      Files.delete(folder.resolve("b.json"));
      items.add(reader.next().orElseThrow());
      items.add(reader.next().orElseThrow());

      assertThat(Archives.told(items))
          .containsExactly("a.json REPORT", "b.json NOT_ACCESSIBLE", "c.json REPORT");
    }
  }

  @Test
  void folderWithTooManyFilesIsNotRead() throws IOException {
    for (int i = 0; i < 101; i++) {
      Files.write(Files.createDirectories(folder.resolve("many")).resolve("r" + i), REPORT);
    }
    Archives.write(folder, Map.of("z.json", REPORT));
    ArchiveLimits limits = Archives.limits(10, 1 << 20, 100, 100);

    assertThat(Archives.told(Archives.rest(() -> Archives.open(folder, limits), 0)))
        .containsExactly("many TOO_MANY_ENTRIES", "z.json REPORT");
    Files.delete(folder.resolve("many/r7"));
    assertThat(Archives.rest(() -> Archives.open(folder, limits), 0)).hasSize(101);
  }

  @Test
  void limitsOfAnArchiveAreThoseOfEachFile() throws IOException {
    byte[] bomb = Archives.zip("a", new byte[3 << 20]);
    Archives.write(folder, Map.of("a.zip", bomb, "b.json", REPORT, "c.zip", bomb));
    ArchiveLimits limits = Archives.limits(10, 1 << 20, 100, 100);

    List<ArchiveItem> items = Archives.rest(() -> Archives.open(folder, limits), 0);

    assertThat(Archives.told(items))
        .containsExactly(
            "a.zip!a NOT_RECOGNISED",
            "a.zip EXPANDS_TOO_MUCH",
            "b.json REPORT",
            "c.zip!a NOT_RECOGNISED",
            "c.zip EXPANDS_TOO_MUCH");
    ArchiveFormsTest.assertRestarts(() -> Archives.open(folder, limits), items);
  }

  @Test
  void nothingIsThereToOpen() {
    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> Archives.open(folder.resolve("none"), Archives.LIMITS));
  }

  @Test
  void diskThatFailsIsNoItem() throws IOException {
    InputStream failing =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("disk");
          }

          @Override
          public int read(byte[] target, int offset, int length) throws IOException {
            return read();
          }
        };
    try (ArchiveReader reader = ArchiveReader.open("upload", failing, Archives.LIMITS)) {
      assertThatExceptionOfType(IOException.class).isThrownBy(reader::next).withMessage("disk");
    }
  }

  @Test
  void filesAreClosed() throws IOException {
    boolean[] closed = {false};
    InputStream file =
        new ByteArrayInputStream(Archives.zip("a", REPORT)) {
          @Override
          public void close() {
            closed[0] = true;
          }
        };
    try (ArchiveReader reader = ArchiveReader.open("upload", file, Archives.LIMITS)) {
      assertThat(reader.next()).isPresent();
    }
    assertThat(closed[0]).isTrue();
  }
}

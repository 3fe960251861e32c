package farol.wire.archive;

import farol.wire.packed.Entries;
import farol.wire.packed.Fault;
import farol.wire.packed.PackedEntry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The files of a folder and of the folders in it, each folder in the order of its names, or a
 * single file. Links are not followed; what is still being written to a Maildir is left alone.
 */
public final class FolderEntries implements Entries {
  private final Path root;
  private final int filesInFolder;
  private final UnaryOperator<InputStream> watch;
  private final Deque<Iterator<Path>> open = new ArrayDeque<>();
  private @Nullable InputStream current;

  private FolderEntries(Path root, int filesInFolder, UnaryOperator<InputStream> watch) {
    this.root = root;
    this.filesInFolder = filesInFolder;
    this.watch = watch;
  }

  /**
   * What is at a path.
   *
   * @param path may be a link itself
   * @param watch sees all that is read of the files
   * @throws FileSystemException where there is nothing, or nothing that may be read
   */
  public static FolderEntries of(Path path, int filesInFolder, UnaryOperator<InputStream> watch)
      throws IOException {
    Path real = path.toRealPath();
    Path parent = real.getParent();
    FolderEntries entries =
        new FolderEntries(
            Files.isDirectory(real) || parent == null ? real : parent, filesInFolder, watch);
    entries.open.push(List.of(real).iterator());
    return entries;
  }

  @Override
  public @Nullable PackedEntry next() throws IOException {
    close();
    while (!open.isEmpty()) {
      Iterator<Path> paths = open.element();
      if (paths.hasNext()) {
        PackedEntry entry = entry(paths.next());
        if (entry != null) {
          return entry;
        }
      } else {
        open.pop();
      }
    }
    return null;
  }

  private @Nullable PackedEntry entry(Path path) throws IOException {
    try {
      return openEntry(path);
    } catch (FileSystemException e) {
      return broken(path, Fault.NOT_ACCESSIBLE, "it cannot be opened");
    }
  }

  private @Nullable PackedEntry openEntry(Path path) throws IOException {
    BasicFileAttributes attributes =
        Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    if (attributes.isDirectory()) {
      return openFolder(path);
    }
    if (attributes.isSymbolicLink()) {
      return broken(path, Fault.LINK, "links are not followed");
    }
    if (!attributes.isRegularFile()) {
      return broken(path, Fault.SPECIAL_FILE, "it is no regular file");
    }
    InputStream file = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS);
    current = file;
    return new PackedEntry(name(path), watch.apply(file));
  }

  private @Nullable PackedEntry openFolder(Path folder) throws IOException {
    List<Path> files = isUnfinished(folder) ? List.of() : sorted(folder);
    if (files.size() > filesInFolder) {
      return broken(
          folder,
          Fault.TOO_MANY_ENTRIES,
          "a folder may have at most " + filesInFolder + " files, it is not read");
    }
    open.push(files.iterator());
    return null;
  }

  /** Whether it is where a Maildir has mails that are not yet complete. */
  private static boolean isUnfinished(Path folder) {
    return folder.endsWith("tmp")
        && Files.isDirectory(folder.resolveSibling("cur"))
        && Files.isDirectory(folder.resolveSibling("new"));
  }

  /** Its files, or some of them that are one more than it may have. */
  private List<Path> sorted(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
      for (Path file : all) {
        files.add(file);
        if (files.size() > filesInFolder) {
          return files;
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    Collections.sort(files);
    return files;
  }

  private PackedEntry broken(Path path, Fault fault, String detail) {
    return PackedEntry.broken(name(path), fault, detail);
  }

  private String name(Path path) {
    return root.relativize(path).toString();
  }

  @Override
  public void close() throws IOException {
    if (current != null) {
      current.close();
      current = null;
    }
  }
}

package farol.spool;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.WARNING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Reports on disk, in the order in which they came: durable once {@link #put} has returned, there
 * until one is removed or set aside, through crashes and restarts.
 *
 * <p>A report leaves once: of all callers of {@link #remove} and {@link #setAside} for it, one is
 * told {@code true}. Safe for use by many threads, but by one process only.
 */
public final class Spool {
  private static final System.Logger LOGGER = System.getLogger(Spool.class.getName());

  private final SpoolFolder folder;
  private final SpoolLimits limits;
  private final NavigableMap<Long, Entry> waiting = new ConcurrentSkipListMap<>();

  // Guarded by this; what is being written counts already.
  private long lastNumber;
  private int reports;
  private long bytes;
  private Heap aside = new Heap(0, 0);

  /** So many files of so many bytes together. */
  private record Heap(int reports, long bytes) {}

  private Spool(SpoolFolder folder, SpoolLimits limits) {
    this.folder = folder;
    this.limits = limits;
  }

  /** Makes the folder where it is missing, and takes stock of what it holds. */
  public static Spool open(Path path, SpoolLimits limits) throws IOException {
    Spool spool = new Spool(SpoolFolder.open(path), limits);
    spool.takeStock();
    return spool;
  }

  private synchronized void takeStock() throws IOException {
    for (Path file : folder.reports()) {
      Entry entry = new Entry(number(file), Files.size(file));
      waiting.put(entry.number(), entry);
      lastNumber = Math.max(lastNumber, entry.number());
      reports++;
      bytes += entry.bytes();
    }
    for (Path file : folder.aside()) {
      lastNumber = Math.max(lastNumber, number(file));
    }
    takeStockOfAside();
  }

  private void takeStockOfAside() throws IOException {
    List<Path> files = folder.aside();
    long sum = 0;
    for (Path file : files) {
      sum += Files.size(file);
    }
    synchronized (this) {
      aside = new Heap(files.size(), sum);
    }
  }

  /**
   * Takes a report in; it is durable when this returns.
   *
   * @throws SpoolFullException if the spool holds as much as it may
   * @throws IOException if the disk is full, or the report can't be written for another reason
   */
  public Entry put(SpooledReport report) throws IOException {
    byte[] content = SpoolFormat.write(report);
    Entry entry = reserve(content.length);
    boolean written = false;
    try {
      folder.write(entry.fileName(), content);
      written = true;
    } finally {
      if (!written) {
        release(entry);
      }
    }
    waiting.put(entry.number(), entry);
    return entry;
  }

  /** Those that came first, in their order. */
  public List<Entry> oldest(int most) {
    return waiting.values().stream().limit(most).toList();
  }

  /** Whether it has not left. */
  public boolean holds(Entry entry) {
    return waiting.containsKey(entry.number());
  }

  /**
   * Reads a report back.
   *
   * @throws IOException if it can't be read, or is not what was written
   */
  public SpooledReport read(Entry entry) throws IOException {
    return SpoolFormat.read(folder.read(entry.fileName()));
  }

  /** Lets go of a report that is safe elsewhere; false if it had left before. */
  public boolean remove(Entry entry) {
    if (!leave(entry)) {
      return false;
    }
    try {
      folder.delete(entry.fileName());
    } catch (IOException e) {
      LOGGER.log(
          WARNING,
          () -> "a drained report can't be deleted; the next start will find it a duplicate: " + e);
    }
    return true;
  }

  /**
   * Moves a report that can't be taken in out of the way, its reason beside it; false if it had
   * left before. Who moves its file back has it tried again by the next start.
   */
  public boolean setAside(Entry entry, String reason) {
    if (!leave(entry)) {
      return false;
    }
    String name = entry.fileName();
    LOGGER.log(ERROR, () -> "a spooled report can't be taken in file=" + name + ": " + reason);
    try {
      folder.setAside(name, reason);
      takeStockOfAside();
    } catch (IOException e) {
      LOGGER.log(ERROR, () -> "setting it aside went wrong: " + e);
    }
    return true;
  }

  /** Whether its folder is where it was. While it is not, no file in it is to blame. */
  public boolean isReachable() {
    return folder.isReachable();
  }

  /** Whether it would take a report now, as far as can be told without trying. */
  public boolean hasRoom() {
    return isBelowLimits() && folder.hasRoom();
  }

  private synchronized boolean isBelowLimits() {
    return reports + aside.reports() < limits.reports() && bytes + aside.bytes() < limits.bytes();
  }

  /** How many reports wait. */
  public synchronized int reports() {
    return reports;
  }

  /** The bytes of their files. */
  public synchronized long bytes() {
    return bytes;
  }

  /** How many reports lie aside; fewer once somebody has taken some away. */
  public int aside() {
    try {
      takeStockOfAside();
    } catch (IOException e) {
      LOGGER.log(WARNING, () -> "the reports that were set aside can't be counted: " + e);
    }
    synchronized (this) {
      return aside.reports();
    }
  }

  /** What lies aside counts too, else whoever finds a poison could fill the disk. */
  private synchronized Entry reserve(long size) throws SpoolFullException {
    if (reports + aside.reports() >= limits.reports()) {
      throw new SpoolFullException("the spool may hold " + limits.reports() + " reports, and does");
    }
    long held = bytes + aside.bytes();
    if (held + size > limits.bytes()) {
      throw new SpoolFullException(
          "the spool may hold " + limits.bytes() + " bytes, has " + held + ", got " + size);
    }
    reports++;
    bytes += size;
    return new Entry(++lastNumber, size);
  }

  private boolean leave(Entry entry) {
    boolean left = waiting.remove(entry.number()) != null;
    if (left) {
      release(entry);
    }
    return left;
  }

  private synchronized void release(Entry entry) {
    reports--;
    bytes -= entry.bytes();
  }

  private static long number(Path file) {
    return Entry.numberIn(file.getFileName().toString());
  }
}

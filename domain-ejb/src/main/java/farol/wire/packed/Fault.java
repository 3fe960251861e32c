package farol.wire.packed;

/** Why something in an archive, or the rest of it, is not read. */
public enum Fault {
  /** Neither a report, nor a mail, nor an archive of a form that is known. */
  NOT_RECOGNISED,
  /** It ends before it is complete. */
  TRUNCATED,
  DAMAGED,
  ENCRYPTED,
  /** Of a method or kind that Farol does not read. */
  UNSUPPORTED,
  /** A link; what it points to is read where it is, if at all. */
  LINK,
  /** A pipe, a device, a socket. */
  SPECIAL_FILE,
  /** Farol may not read it, or it is gone. */
  NOT_ACCESSIBLE,
  NAME_TOO_LONG,
  ENTRY_TOO_LARGE,
  /** Archives within archives, beyond what is opened. */
  ARCHIVE_TOO_DEEP,
  TOO_MANY_ENTRIES,
  /** It inflates to so much more than it takes that it is no honest archive. */
  EXPANDS_TOO_MUCH;

  /** Whether nothing more may be read of the file in which it was met. */
  public boolean endsFile() {
    return this == TOO_MANY_ENTRIES || this == EXPANDS_TOO_MUCH;
  }
}

package farol.wire.mail;

/**
 * How much a mail may be. One that is just at a limit is read.
 *
 * @param bytes the whole mail
 * @param parts parts of all its multiparts together
 * @param depth multiparts and forwarded mails inside one another
 * @param headerBytes the headers of the mail and of all its parts together
 * @param headerFields fields in them
 */
public record MailLimits(int bytes, int parts, int depth, int headerBytes, int headerFields) {
  public MailLimits {
    requirePositive("bytes", bytes);
    requirePositive("parts", parts);
    requirePositive("depth", depth);
    requirePositive("headerBytes", headerBytes);
    requirePositive("headerFields", headerFields);
  }

  /** What is enough for every mail that was seen to carry a report, forwarded ones included. */
  public static MailLimits ofSize(int bytes) {
    return new MailLimits(bytes, 20, 5, 256 << 10, 1_000);
  }

  private static void requirePositive(String name, int value) {
    if (value <= 0) {
      throw new IllegalArgumentException(name + " must be positive, got " + value);
    }
  }
}

package farol.mailbox;

import static java.util.Objects.requireNonNull;

import farol.domain.mailbox.Mailbox;
import farol.mailbox.ImapServer.Protection;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A mailbox that an operator has set up.
 *
 * @param address where it is, for people; without a secret
 * @param every how often to look into it
 * @param making makes it, with the clock by which files come to rest
 */
public record ConfiguredMailbox(
    String name, String address, Duration every, Function<Clock, Mailbox> making) {
  static final String URL = "url";
  static final String URL_RULE =
      "imaps://USER@HOST/FOLDER, imap://USER@HOST/FOLDER for STARTTLS (%40 is an @ within USER),"
          + " maildir:/PATH or drop:/PATH";

  private static final String EVERY = "every-minutes";
  private static final Duration USUALLY = Duration.ofMinutes(5);
  private static final Pattern MINUTES = Pattern.compile("[1-9]\\d{0,3}");
  private static final int MOST_MINUTES = 1440;

  public ConfiguredMailbox {
    requireNonNull(name, "name");
    requireNonNull(address, "address");
    requireNonNull(every, "every");
    requireNonNull(making, "making");
  }

  /** The mailbox itself; nothing is connected yet. */
  public Mailbox mailbox(Clock clock) {
    return making.apply(clock);
  }

  static ConfiguredMailbox of(MailboxOptions options) {
    String url = options.take(URL);
    if (url == null) {
      throw options.wrong(URL, URL_RULE);
    }
    Duration every = every(options);
    Function<Clock, Mailbox> making = making(options, url);
    options.requireNoMore();
    return new ConfiguredMailbox(options.name(), url, every, making);
  }

  private static Function<Clock, Mailbox> making(MailboxOptions options, String url) {
    String name = options.name();
    String scheme = url.replaceFirst(":.*", "");
    return switch (scheme) {
      case "imaps" -> new ImapOptions(options, url).mailbox(Protection.TLS, 993);
      case "imap" -> new ImapOptions(options, url).mailbox(Protection.STARTTLS, 143);
      case "maildir" -> {
        Path folder = folder(options, url);
        yield clock -> FolderMailbox.maildir(name, folder, clock);
      }
      case "drop" -> {
        Path folder = folder(options, url);
        yield clock -> FolderMailbox.dropFolder(name, folder, clock);
      }
      default -> throw options.wrong(URL, URL_RULE);
    };
  }

  private static Path folder(MailboxOptions options, String url) {
    String path = url.substring(url.indexOf(':') + 1);
    if (!path.startsWith("/")) {
      throw options.wrong(URL, URL_RULE);
    }
    return options.path(URL, path);
  }

  private static Duration every(MailboxOptions options) {
    String minutes = options.take(EVERY);
    if (minutes == null) {
      return USUALLY;
    }
    if (!MINUTES.matcher(minutes).matches() || Integer.parseInt(minutes) > MOST_MINUTES) {
      throw options.wrong(EVERY, "a whole number from 1 to " + MOST_MINUTES);
    }
    return Duration.ofMinutes(Integer.parseInt(minutes));
  }
}

package farol.mailbox;

import farol.domain.mailbox.MailOutcome;
import java.util.Locale;
import java.util.Optional;

/** Where mails go that do not stay. */
enum Shelf {
  TAKEN("Taken"),
  REFUSED("Refused");

  private final String label;

  Shelf(String label) {
    this.label = label;
  }

  /** The one for mails of which this became; empty if they stay. */
  static Optional<Shelf> of(MailOutcome outcome) {
    return switch (outcome) {
      case TAKEN -> Optional.of(TAKEN);
      case LEFT_ALONE -> Optional.empty();
      case SET_ASIDE -> Optional.of(REFUSED);
    };
  }

  /** The name of a folder in which it is. */
  String folder() {
    return label.toLowerCase(Locale.ROOT);
  }

  /** The name of a mail folder, from parent to child. */
  String mailFolder(String prefix, char separator) {
    return prefix + "Farol" + separator + label;
  }

  /** What marks mails that are on it without having been moved. */
  String keyword() {
    return "Farol" + label;
  }
}

package farol.intake.mailbox;

import farol.mailbox.ConfiguredMailbox;
import farol.mailbox.MailboxFile;
import farol.settings.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The mailboxes of this installation, as its operator has set them up. */
@ApplicationScoped
public class Mailboxes {
  @Inject Settings settings;

  private List<ConfiguredMailbox> all = List.of();

  @PostConstruct
  void read() {
    all = MailboxFile.of(settings);
  }

  /** All of them, in the order of their names. */
  public List<ConfiguredMailbox> all() {
    return all;
  }
}

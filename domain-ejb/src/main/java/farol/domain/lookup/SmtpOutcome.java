package farol.domain.lookup;

import static java.util.Objects.requireNonNull;

import java.util.function.Function;

/** What one probe of a mail server came to. */
public sealed interface SmtpOutcome {

  /** What the server has shown, however it ended. */
  SmtpConversation conversation();

  /** Calls the one function that fits the outcome. */
  <R> R fold(
      Function<? super Secured, ? extends R> secured, Function<? super Failed, ? extends R> failed);

  /**
   * The server speaks SMTP over TLS; whether anybody should trust its certificate is another
   * question.
   *
   * @param conversation with all of its parts
   */
  record Secured(SmtpConversation conversation) implements SmtpOutcome {
    public Secured {
      requireNonNull(conversation.tls(), "tls");
      requireNonNull(conversation.secureHello(), "secureHello");
    }

    public TlsSession tls() {
      return requireNonNull(conversation.tls());
    }

    @Override
    public <R> R fold(
        Function<? super Secured, ? extends R> secured,
        Function<? super Failed, ? extends R> failed) {
      return secured.apply(this);
    }
  }

  /**
   * No mail could be sent over TLS.
   *
   * @param failure what kind of failure it is
   * @param detail what exactly, for an operator
   */
  record Failed(SmtpFailure failure, String detail, SmtpConversation conversation)
      implements SmtpOutcome {
    public Failed {
      requireNonNull(failure, "failure");
      requireNonNull(detail, "detail");
      requireNonNull(conversation, "conversation");
    }

    @Override
    public <R> R fold(
        Function<? super Secured, ? extends R> secured,
        Function<? super Failed, ? extends R> failed) {
      return failed.apply(this);
    }
  }
}

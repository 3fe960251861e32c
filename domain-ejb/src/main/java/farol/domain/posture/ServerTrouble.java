package farol.domain.posture;

import farol.domain.lookup.SmtpFailure;
import farol.domain.published.Finding;
import farol.domain.published.FindingCode;
import java.util.Arrays;
import java.util.Optional;

/** Says what it means that a mail server does not do TLS. */
final class ServerTrouble {
  private static final String IN_SMTP = "RFC 5321, section 4.5.4.2";
  private static final String IN_STARTTLS = "RFC 3207, section 4";

  private ServerTrouble() {}

  /**
   * What is wrong; empty if nothing is.
   *
   * @param state as {@link Posture.MailServer} has it
   * @param server for people
   */
  static Optional<Finding> of(String state, String server) {
    return Arrays.stream(SmtpFailure.values())
        .filter(failure -> failure.name().equals(state))
        .findFirst()
        .map(failure -> finding(failure, server));
  }

  private static Finding finding(SmtpFailure failure, String server) {
    FindingCode code = FindingCode.valueOf(failure.name());
    return switch (failure) {
      case NO_STARTTLS ->
          Finding.error(
              code,
              server + " does not offer TLS",
              "Switch STARTTLS on there; switch off whatever inspects SMTP on the way.",
              IN_STARTTLS);
      case STARTTLS_REFUSED, TLS_FAILED ->
          Finding.error(
              code,
              server + " offers TLS, but it does not come about",
              "Look for its reason in the server's log: certificate, key, versions and ciphers.",
              IN_STARTTLS);
      case CONNECT_FAILED ->
          Finding.error(
              code,
              "nothing accepts mail on " + server,
              "Start the mail server there, or remove the address.",
              IN_SMTP);
      case CONNECT_TIMEOUT, TOO_SLOW ->
          Finding.warning(
              code,
              server + " did not answer in time",
              "If it is so for all servers, port 25 may be closed for Farol; otherwise look at the"
                  + " server.",
              IN_SMTP);
      case BANNER_REFUSED, EHLO_REFUSED ->
          Finding.warning(
              code,
              server + " refuses to talk to Farol, and perhaps to others",
              "Let Farol's address connect, to have the server watched.",
              IN_SMTP);
      case BAD_SMTP ->
          Finding.error(
              code,
              "what answers on " + server + " does not speak SMTP",
              "Look at what listens on its port 25.",
              IN_SMTP);
      case FORBIDDEN_ADDRESS ->
          Finding.error(
              code,
              server + " is not a public address",
              "Publish the address that senders reach it by. In an intranet, let Farol reach it by"
                  + " FAROL_PROBE_ALLOW.",
              "RFC 6890");
      case NO_ROUTE, INTERNAL_ERROR ->
          Finding.info(code, "Farol could not look at " + server, "", "");
    };
  }

  static Finding injected(String server) {
    return Finding.warning(
        FindingCode.STARTTLS_INJECTION,
        server
            + " sent more with its answer to STARTTLS than belongs there, or somebody on the way",
        "Update the mail server: before TLS it must drop what has come already.",
        "RFC 3207, section 4.2");
  }
}

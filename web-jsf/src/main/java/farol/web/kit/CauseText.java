package farol.web.kit;

import farol.domain.diagnosis.Cause;

/**
 * A cause of failures in the words of a language.
 *
 * @param why what usually leads to it
 * @param confirm how to make sure
 * @param fix what to do
 */
public record CauseText(String title, String why, String confirm, String fix) {
  public static CauseText of(Cause cause, Texts texts) {
    String prefix = "cause." + cause.key();
    return new CauseText(
        texts.get(prefix + ".title"),
        texts.get(prefix + ".cause"),
        texts.get(prefix + ".confirm"),
        texts.get(prefix + ".fix"));
  }
}

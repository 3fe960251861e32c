package farol.web.kit;

import farol.intake.Reread;

/** Tells what came of reading bytes again. */
public final class RereadText {
  private RereadText() {}

  /** At the top of the next page. */
  public static void tell(Reread reread, Texts texts) {
    String text = texts.get("reread." + reread.outcome().name());
    reread
        .refusal()
        .ifPresentOrElse(
            code -> Messages.failed(text + ' ' + texts.get("refusal." + code.name())),
            () -> Messages.done(text));
  }
}

package farol.web.domains;

import farol.web.kit.Texts;

/**
 * How far a step of the setup is.
 *
 * @param tone names it in the style sheet
 * @param text says it
 */
public record SetupStep(String tone, String text) {
  static SetupStep of(boolean reached, boolean done, Texts texts) {
    if (done) {
      return new SetupStep("ok", texts.get("setup.done"));
    }
    return reached
        ? new SetupStep("waiting", texts.get("setup.now"))
        : new SetupStep("later", texts.get("setup.later"));
  }
}

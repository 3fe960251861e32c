package farol.web.tools;

import farol.web.kit.Messages;
import farol.web.kit.SignedIn;
import farol.web.kit.Texts;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

/** Has a page's tool do its work, as often as whoever is not signed in may. */
@Dependent
class ToolUse {
  @Inject HttpServletRequest request;
  @Inject SignedOutUse signedOut;
  @Inject SignedIn signedIn;
  @Inject Texts texts;

  /** Does the work, or tells the person when they may try again. */
  void of(Tool tool, Runnable work) {
    if (signedIn.isKnown()) {
      work.run();
      return;
    }
    try {
      signedOut.begin(tool, request);
    } catch (TurnedAwayException refused) {
      Messages.error(null, texts.format("tools.turned-away", refused.seconds()));
      return;
    }
    try {
      work.run();
    } finally {
      signedOut.end(tool);
    }
  }
}

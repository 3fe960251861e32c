package farol.web.kit;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;

/** Hands out the texts of this browser's language and time zone. */
@Dependent
class TextsProducer {
  @Inject Preferences preferences;

  @Produces
  Texts texts() {
    return preferences.getTexts();
  }
}

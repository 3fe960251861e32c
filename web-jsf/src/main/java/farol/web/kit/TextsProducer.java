package farol.web.kit;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;

/** Hands out the texts of this browser's language. */
@Dependent
class TextsProducer {
  @Inject Preferences preferences;

  @Produces
  Texts texts() {
    return new Texts(preferences.getLocale());
  }
}

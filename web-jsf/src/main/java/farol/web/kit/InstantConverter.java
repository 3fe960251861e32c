package farol.web.kit;

import jakarta.faces.convert.FacesConverter;
import java.time.Instant;

/** Shows {@code Instant} values as {@link Texts#instant} does. */
@FacesConverter("farol.instant")
public class InstantConverter extends DisplayConverter {
  @Override
  String text(Object value, Texts texts) {
    return texts.instant((Instant) value);
  }
}

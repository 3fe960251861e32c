package farol.web.kit;

import jakarta.faces.convert.FacesConverter;
import java.time.LocalDate;

/** Shows {@code LocalDate} values as {@link Texts#day} does. */
@FacesConverter("farol.day")
public class DayConverter extends DisplayConverter {
  @Override
  String text(Object value, Texts texts) {
    return texts.day((LocalDate) value);
  }
}

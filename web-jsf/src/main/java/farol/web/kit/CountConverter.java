package farol.web.kit;

import jakarta.faces.convert.FacesConverter;

/** Shows {@code Number} values as {@link Texts#count} does. */
@FacesConverter("farol.count")
public class CountConverter extends DisplayConverter {
  @Override
  String text(Object value, Texts texts) {
    return texts.count(((Number) value).longValue());
  }
}

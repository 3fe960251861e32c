package farol.web.kit;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.FacesConverter;
import java.time.LocalDate;

/** Shows {@code LocalDate} values as {@link Texts#day} does; reads none. */
@FacesConverter("farol.day")
public class DayConverter implements Converter<Object> {
  @Override
  public Object getAsObject(FacesContext faces, UIComponent component, String text) {
    throw new UnsupportedOperationException("only shown, never entered");
  }

  @Override
  public String getAsString(FacesContext faces, UIComponent component, Object value) {
    Texts texts = new Texts(faces.getViewRoot().getLocale());
    return texts.day((LocalDate) value);
  }
}

package farol.web.kit;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.FacesConverter;

/** Shows {@code Number} values as {@link Texts#count} does; reads none. */
@FacesConverter("farol.count")
public class CountConverter implements Converter<Object> {
  @Override
  public Object getAsObject(FacesContext faces, UIComponent component, String text) {
    throw new UnsupportedOperationException("only shown, never entered");
  }

  @Override
  public String getAsString(FacesContext faces, UIComponent component, Object value) {
    Texts texts = new Texts(faces.getViewRoot().getLocale());
    return texts.count(((Number) value).longValue());
  }
}

package farol.web.kit;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;

/** Shows values in the language of the page; reads none. */
abstract class DisplayConverter implements Converter<Object> {
  @Override
  public final Object getAsObject(FacesContext faces, UIComponent component, String text) {
    throw new UnsupportedOperationException("only shown, never entered");
  }

  @Override
  public final String getAsString(FacesContext faces, UIComponent component, Object value) {
    return text(value, new Texts(faces.getViewRoot().getLocale()));
  }

  abstract String text(Object value, Texts texts);
}

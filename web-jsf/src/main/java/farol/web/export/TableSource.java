package farol.web.export;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** A table of some page, to be taken away; each is a bean, found by its name. */
public interface TableSource {
  /** In the address: {@code /export/NAME.csv}. */
  String name();

  /**
   * The table that an address asks for, by the parameters of the page that shows it.
   *
   * @return empty where there is none, or it is another account's
   * @throws farol.web.kit.NotAllowedException where its reader may not see it
   * @throws TooLongException where it would have more rows than can be read at once
   */
  Optional<? extends Table<?>> find(HttpServletRequest request);
}

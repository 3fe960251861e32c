package farol.domain.published;

import java.util.List;
import java.util.regex.Pattern;

/**
 * An MTA-STS record: says that there is a policy to fetch, and by its id when there is a new one.
 *
 * @param id 1 to 32 letters and digits; upper and lower case differ
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8461#section-3.1">RFC 8461, section 3.1</a>
 */
public record MtaStsRecord(String id) {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9]{1,32}");

  public MtaStsRecord {
    if (!isId(id)) {
      throw new IllegalArgumentException("an id must be 1 to 32 letters and digits, got " + id);
    }
  }

  /**
   * Reads what DNS returned for {@code _mta-sts.<domain>}, as senders do: of several records, those
   * that do not begin with {@code v=STSv1;} are discarded, and unless exactly one is left there is
   * no MTA-STS. One record alone is not discarded but judged, so that a typing error is explained.
   *
   * @param published each TXT record as one string, its strings joined without spaces; none if the
   *     name or the records do not exist
   */
  public static RecordReading<MtaStsRecord> read(List<String> published) {
    return MtaStsSyntax.FORM.read(published, MtaStsSyntax::new);
  }

  /** The record as it is to be published. */
  public String text() {
    return MtaStsSyntax.FORM.version() + "; id=" + id;
  }

  static boolean isId(String text) {
    return ID.matcher(text).matches();
  }
}

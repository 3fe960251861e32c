package farol.wire;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * Ends a reading. It is an {@link IOException} so that it passes through streams and the JSON
 * parser unchanged.
 */
public final class RefusedException extends IOException {
  private final RefusalCode code;
  private final String detail;

  RefusedException(RefusalCode code, String detail) {
    super(detail);
    this.code = code;
    this.detail = detail;
  }

  /** Names the refusal that a failure of the layers below stands for. */
  static RefusedException of(IOException failure) {
    if (failure instanceof RefusedException refused) {
      return refused;
    }
    if (failure instanceof StreamConstraintsException) {
      return new RefusedException(
          RefusalCode.STRUCTURE_TOO_LARGE, "a name or value in the body is too long");
    }
    if (failure instanceof JacksonException syntax) {
      return new RefusedException(
          RefusalCode.BAD_JSON,
          "the body must be JSON (RFC 8259), got an error at " + place(syntax.getLocation()));
    }
    throw new UncheckedIOException("reading from memory cannot fail", failure);
  }

  /** For people; outside text in it is harmless and short. */
  public String detail() {
    return detail;
  }

  Reading.Refused toReading() {
    return new Reading.Refused(code, detail);
  }

  private static String place(@Nullable JsonLocation location) {
    return location == null
        ? "its start"
        : "line " + location.getLineNr() + ", column " + location.getColumnNr();
  }
}

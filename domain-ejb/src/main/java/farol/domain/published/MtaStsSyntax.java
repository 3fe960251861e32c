package farol.domain.published;

import farol.domain.shared.Excerpt;
import org.jspecify.annotations.Nullable;

/** Reads one MTA-STS record: the field {@code id}. */
final class MtaStsSyntax extends TxtSyntax<MtaStsRecord> {
  static final TxtForm FORM =
      new TxtForm(
          "MTA-STS",
          "v=STSv1",
          "id= and an identifier of the policy",
          "senders look for no policy",
          Finding.Severity.WARNING,
          "Publish one record, with the identifier of the policy that you host.",
          "RFC 8461, section 3.1");

  private @Nullable String id;
  private boolean repeated;

  MtaStsSyntax() {
    super(FORM);
  }

  @Override
  boolean take(String name, String value) throws InvalidRecordException {
    if (!name.equals("id")) {
      return false;
    }
    if (id == null) {
      checkId(value);
      id = value;
    } else if (!repeated) {
      repeated = true;
      warn(
          FindingCode.WARN_DUPLICATE_FIRST_WINS,
          "more than one id= field: the RFC does not say which counts, and here the first does",
          "Keep one id=.");
    }
    return true;
  }

  private void checkId(String value) throws InvalidRecordException {
    if (!MtaStsRecord.isId(value)) {
      throw invalid(
          FindingCode.INVALID_ID,
          "the id must consist of 1 to 32 letters and digits, got "
              + (value.isEmpty() ? "nothing" : Excerpt.of(value)),
          "Take the date and time of the last change, such as 20261124103000Z.");
    }
  }

  @Override
  MtaStsRecord record() throws InvalidRecordException {
    if (id == null) {
      throw invalid(
          FindingCode.INVALID_NO_ID,
          "an MTA-STS record must have an id=, by which senders notice a new policy",
          "Add id= (in lower case) with 1 to 32 letters and digits.");
    }
    return new MtaStsRecord(id);
  }

  @Override
  String meaning(MtaStsRecord record) {
    return "senders look for a policy, and again once the id is not " + record.id() + " any more";
  }
}

package farol.domain.published;

import farol.domain.shared.Excerpt;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Reads one TLS-RPT record: the field {@code rua} and what it holds. */
final class TlsRptSyntax extends TxtSyntax<TlsRptRecord> {
  static final TxtForm FORM =
      new TxtForm(
          "TLS-RPT",
          "v=TLSRPTv1",
          "rua= and the addresses",
          "nobody sends reports",
          Finding.Severity.ERROR,
          "Publish one record; several addresses go into one rua=, separated by commas.",
          TlsRptRecord.SOURCE);

  private final List<URI> rua = new ArrayList<>();
  private int ruaFields;

  TlsRptSyntax() {
    super(FORM);
  }

  @Override
  boolean take(String name, String value) throws InvalidRecordException {
    if (!name.equals("rua")) {
      return false;
    }
    ruaFields++;
    if (ruaFields == 2) {
      warn(
          FindingCode.SEVERAL_RUA,
          "more than one rua= field; the RFC allows it, but some senders refuse the record",
          "Put all addresses into one rua=, separated by commas.");
    }
    readAddresses(value);
    return true;
  }

  private void readAddresses(String value) throws InvalidRecordException {
    if (!value.isEmpty() && WhiteSpace.is(value.charAt(0))) {
      throw syntaxError("no white space must follow rua=", "rua=" + value);
    }
    for (String address : value.split(",", -1)) {
      rua.add(TlsRptAddress.parse(WhiteSpace.trim(address)));
    }
  }

  @Override
  TlsRptRecord record() throws InvalidRecordException {
    if (rua.isEmpty()) {
      throw invalid(
          FindingCode.INVALID_NO_RUA,
          "a TLS-RPT record must say with rua= where reports go",
          "Add rua= (in lower case) with a mailto: or https: address.");
    }
    return new TlsRptRecord(rua);
  }

  @Override
  String meaning(TlsRptRecord record) {
    return "senders report to "
        + Excerpt.of(record.rua().stream().map(URI::toString).collect(Collectors.joining(", ")));
  }
}

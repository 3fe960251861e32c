package farol.dns;

import org.xbill.DNS.ExtendedFlags;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Section;

/** Makes a query ask for signatures as well (DO, RFC 3225). */
final class SignedQuery {
  // What fits into one packet on any path, so that nothing has to be reassembled.
  private static final int UDP_BYTES = 1232;

  private SignedQuery() {}

  /**
   * A copy that asks for signatures.
   *
   * @param flag a flag of {@link org.xbill.DNS.Flags} to set besides
   */
  static Message of(Message query, int flag) {
    Message signed = query.clone();
    signed.getHeader().setFlag(flag);
    signed.addRecord(new OPTRecord(UDP_BYTES, 0, 0, ExtendedFlags.DO), Section.ADDITIONAL);
    return signed;
  }
}

package farol.dns;

import farol.domain.lookup.MailExchanger;
import farol.domain.lookup.TxtValues;
import farol.domain.published.TlsaRecord;
import farol.domain.shared.OwnerName;
import farol.network.IpAddress;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.TLSARecord;
import org.xbill.DNS.TXTRecord;

/** Records of an answer as the values of the domain: in a settled order, 8 KiB at most. */
final class Values {
  private static final int KEPT_BYTES = 8 * 1024;

  private Values() {}

  static Name absolute(OwnerName name) {
    return Name.fromConstantString(name.value() + ".");
  }

  /** A name as the domain writes it. */
  static String text(Name name) {
    return name.toString(true).toLowerCase(Locale.ROOT);
  }

  static List<String> texts(List<Record> records) {
    return TxtValues.of(records.stream().map(Values::joinedStrings).toList());
  }

  /** The bytes as sent: {@link TXTRecord#getStrings()} would escape them. */
  private static byte[] joinedStrings(Record record) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (byte[] string : ((TXTRecord) record).getStringsAsByteArrays()) {
      joined.writeBytes(string);
    }
    return joined.toByteArray();
  }

  static List<MailExchanger> exchangers(List<Record> records) {
    return records.stream()
        .map(MXRecord.class::cast)
        .map(mx -> new MailExchanger(mx.getPriority(), mx.getTarget().toString(true)))
        .sorted()
        .toList();
  }

  static List<IpAddress> ipv4(List<Record> records) {
    return addresses(records.stream().map(record -> ((ARecord) record).getAddress()), 4);
  }

  static List<IpAddress> ipv6(List<Record> records) {
    return addresses(records.stream().map(record -> ((AAAARecord) record).getAddress()), 16);
  }

  private static List<IpAddress> addresses(Stream<InetAddress> addresses, int bytes) {
    return addresses.map(IpAddress::of).distinct().sorted().limit(KEPT_BYTES / bytes).toList();
  }

  /** Shortest first, so that junk pushes out nothing useful; what does not fit is left out. */
  static List<TlsaRecord> tlsa(List<Record> records) {
    List<TLSARecord> shortestFirst =
        records.stream()
            .map(TLSARecord.class::cast)
            .sorted(Comparator.comparingInt(Values::length))
            .toList();
    List<TlsaRecord> values = new ArrayList<>();
    int left = KEPT_BYTES;
    for (TLSARecord record : shortestFirst) {
      left -= length(record);
      if (left >= 0) {
        values.add(
            TlsaRecord.of(
                record.getCertificateUsage(),
                record.getSelector(),
                record.getMatchingType(),
                record.getCertificateAssociationData()));
      }
    }
    return values.stream().sorted().toList();
  }

  private static int length(TLSARecord record) {
    return record.getCertificateAssociationData().length;
  }
}

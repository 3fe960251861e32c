package farol.dns;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.Address;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedFlags;
import org.xbill.DNS.Flags;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.TLSARecord;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/**
 * What a {@link TestDnsServer} serves: records, and names that misbehave. Like a recursive resolver
 * it follows aliases within one answer. Names are written as usual, the trailing dot left out; all
 * methods may be called while the server runs.
 */
public final class TestZone {
  private static final long TTL = 0;

  /** How a name is answered. */
  private enum Behaviour {
    NORMAL,
    SERVFAIL,
    REFUSED,
    SILENT,
    TRUNCATED,
    REFERRAL,
    BOGUS
  }

  // Sorted, so that what is below a name follows it.
  private final NavigableMap<Name, List<Record>> records = new TreeMap<>();
  private final Map<Name, Behaviour> behaviours = new HashMap<>();
  private final Map<Name, Record> strangers = new HashMap<>();
  private final Map<Name, Duration> delays = new HashMap<>();
  private Duration roundTrip = Duration.ZERO;
  private final Map<Name, Integer> queries = new HashMap<>();
  private final Map<Name, Integer> tcpQueries = new HashMap<>();
  private final Map<Name, String> nextAddresses = new HashMap<>();
  private final Set<Name> authentic = new HashSet<>();
  private int aliasesPerAnswer = Integer.MAX_VALUE;
  private @Nullable TestSigner signer;

  /** Replaces the TXT records at a name by one for each value; none makes the name exist bare. */
  public synchronized void putTxt(String name, String... values) {
    at(name).removeIf(record -> record.getType() == Type.TXT);
    for (String value : values) {
      addTxt(name, value);
    }
  }

  /** Adds a TXT record, split into strings of 255 bytes. */
  public synchronized void addTxt(String name, String value) {
    addTxt(name, value.getBytes(UTF_8), 255);
  }

  /**
   * Adds a TXT record of raw bytes.
   *
   * @param stringLength how many bytes each of its strings holds, 1 to 255
   */
  public synchronized void addTxt(String name, byte[] value, int stringLength) {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    int start = 0;
    do {
      int length = Math.min(stringLength, value.length - start);
      data.write(length);
      data.write(value, start, length);
      start += length;
    } while (start < value.length);
    at(name).add(Record.newRecord(absolute(name), Type.TXT, DClass.IN, TTL, data.toByteArray()));
  }

  /** Adds an MX record; the host {@code .} makes a null MX. */
  public synchronized void addMx(String name, int preference, String host) {
    at(name).add(new MXRecord(absolute(name), DClass.IN, TTL, preference, absolute(host)));
  }

  /** Adds an A or AAAA record. */
  public synchronized void addAddress(String name, String address) {
    boolean ipv4 = address.indexOf(':') < 0;
    byte[] bytes = Address.toByteArray(address, ipv4 ? Address.IPv4 : Address.IPv6);
    if (bytes == null) {
      throw new IllegalArgumentException("no address: " + address);
    }
    at(name)
        .add(
            ipv4
                ? new ARecord(absolute(name), DClass.IN, TTL, bytes)
                : new AAAARecord(absolute(name), DClass.IN, TTL, bytes));
  }

  /**
   * Changes a name's address as soon as it has been looked up once: what an attacker does who
   * counts on a second look-up (DNS rebinding).
   */
  public synchronized void rebind(String name, String first, String then) {
    at(name).clear();
    addAddress(name, first);
    nextAddresses.put(absolute(name), then);
  }

  /** Adds a TLSA record. */
  public synchronized void addTlsa(
      String name, int usage, int selector, int matchingType, byte[] data) {
    at(name)
        .add(new TLSARecord(absolute(name), DClass.IN, TTL, usage, selector, matchingType, data));
  }

  /** Signs answers by {@code zones}, for whoever asks for signatures. */
  synchronized void signBy(TestSigner zones) {
    signer = zones;
  }

  /** Marks answers for a name as proven (AD), as a validating resolver does. */
  public synchronized void authenticate(String name) {
    authentic.add(absolute(name));
  }

  /**
   * Answers as a validating resolver does to what is bogus: SERVFAIL, unless it shall not check.
   */
  public synchronized void bogus(String name) {
    behaviours.put(absolute(name), Behaviour.BOGUS);
  }

  /** Makes a name an alias of another. */
  public synchronized void putAlias(String name, String target) {
    at(name).clear();
    at(name).add(new CNAMERecord(absolute(name), DClass.IN, TTL, absolute(target)));
  }

  /** Forgets the records, the misbehaviour, the stranger and the delay of a name. */
  public synchronized void remove(String name) {
    records.remove(absolute(name));
    behaviours.remove(absolute(name));
    delays.remove(absolute(name));
    strangers.remove(absolute(name));
    nextAddresses.remove(absolute(name));
    authentic.remove(absolute(name));
  }

  /** Adds to every answer for a name a TXT record of another name, as a forger would. */
  public synchronized void addStranger(String name, String otherName, String value) {
    strangers.put(absolute(name), new TXTRecord(absolute(otherName), DClass.IN, TTL, value));
  }

  /** Answers SERVFAIL. */
  public synchronized void servfail(String name) {
    behaviours.put(absolute(name), Behaviour.SERVFAIL);
  }

  /** Answers REFUSED. */
  public synchronized void refuse(String name) {
    behaviours.put(absolute(name), Behaviour.REFUSED);
  }

  /** Does not answer at all. */
  public synchronized void silence(String name) {
    behaviours.put(absolute(name), Behaviour.SILENT);
  }

  /** Answers by UDP with nothing but the flag that says: ask by TCP. */
  public synchronized void truncate(String name) {
    behaviours.put(absolute(name), Behaviour.TRUNCATED);
  }

  /** Answers as a server does that neither has the name nor looks for it. */
  public synchronized void refer(String name) {
    behaviours.put(absolute(name), Behaviour.REFERRAL);
  }

  /** Answers as before, but late. */
  public synchronized void delay(String name, Duration delay) {
    delays.put(absolute(name), delay);
  }

  /** Answers all names late that are not {@linkplain #delay delayed} by themselves. */
  public synchronized void roundTrip(Duration time) {
    roundTrip = time;
  }

  /** How many aliases one answer holds, as if the rest lay in zones of others; at first all. */
  public synchronized void aliasesPerAnswer(int number) {
    aliasesPerAnswer = number;
  }

  /** How often a name was asked for, by UDP and TCP, whatever the type. */
  public synchronized int queries(String name) {
    return queries.getOrDefault(absolute(name), 0);
  }

  /** How often a name was asked for by TCP. */
  public synchronized int tcpQueries(String name) {
    return tcpQueries.getOrDefault(absolute(name), 0);
  }

  /**
   * Obeys one line: {@code txt name value} (adds), {@code mx name preference host}, {@code address
   * name address}, {@code cname name target}, {@code servfail name}, {@code remove name}.
   *
   * @return {@code ok}, or what is wrong with the line
   */
  public String run(String line) {
    String[] words = line.strip().split("\\s+", 3);
    try {
      switch (words[0]) {
        case "txt" -> addTxt(words[1], words[2]);
        case "mx" -> {
          String[] exchanger = words[2].split("\\s+", 2);
          addMx(words[1], Integer.parseInt(exchanger[0]), exchanger[1]);
        }
        case "address" -> addAddress(words[1], words[2]);
        case "cname" -> putAlias(words[1], words[2]);
        case "servfail" -> servfail(words[1]);
        case "remove" -> remove(words[1]);
        default -> {
          return "unknown command " + words[0];
        }
      }
      return "ok";
    } catch (ArrayIndexOutOfBoundsException e) {
      return "too few words";
    } catch (IllegalArgumentException e) {
      return String.valueOf(e.getMessage());
    }
  }

  /** The reply to a query; empty for silence. */
  synchronized Optional<TestDnsServer.Reply> answer(Message query, boolean byTcp) {
    Name name = canonical(query.getQuestion().getName());
    queries.merge(name, 1, Integer::sum);
    if (byTcp) {
      tcpQueries.merge(name, 1, Integer::sum);
    }
    Message answer = empty(query);
    Record stranger = strangers.get(name);
    if (stranger != null) {
      answer.addRecord(stranger, Section.ANSWER);
    }
    boolean silent = !fill(answer, name, query, byTcp);
    if (silent) {
      return Optional.empty();
    }
    if (authentic.contains(name)) {
      answer.getHeader().setFlag(Flags.AD);
    }
    if (signer != null && wantsSignatures(query)) {
      prove(answer, name, signer);
    }
    rebind(name, query.getQuestion().getType());
    return Optional.of(new TestDnsServer.Reply(answer, delays.getOrDefault(name, roundTrip)));
  }

  private static boolean wantsSignatures(Message query) {
    return query.getOPT() != null && (query.getOPT().getFlags() & ExtendedFlags.DO) != 0;
  }

  private void prove(Message answer, Name asked, TestSigner by) {
    Name end = asked;
    if (answer.getQuestion().getType() == Type.CNAME) {
      by.prove(answer, end, records.getOrDefault(end, List.of()));
      return;
    }
    for (Record record : answer.getSection(Section.ANSWER)) {
      if (record instanceof CNAMERecord alias && alias.getName().equals(end)) {
        end = canonical(alias.getTarget());
      }
    }
    by.prove(answer, end, records.getOrDefault(end, List.of()));
  }

  private void rebind(Name name, int type) {
    String next = type == Type.A ? nextAddresses.remove(name) : null;
    if (next != null) {
      at(name.toString()).clear();
      addAddress(name.toString(), next);
    }
  }

  private static Message empty(Message query) {
    Message answer = new Message(query.getHeader().getID());
    answer.getHeader().setFlag(Flags.QR);
    answer.getHeader().setFlag(Flags.RA);
    if (query.getHeader().getFlag(Flags.RD)) {
      answer.getHeader().setFlag(Flags.RD);
    }
    answer.addRecord(query.getQuestion(), Section.QUESTION);
    if (query.getOPT() != null) {
      answer.addRecord(new OPTRecord(1232, 0, 0), Section.ADDITIONAL);
    }
    return answer;
  }

  /** False if there shall be no answer. */
  private boolean fill(Message answer, Name name, Message query, boolean byTcp) {
    int type = query.getQuestion().getType();
    Name last = type == Type.CNAME ? name : followAliases(answer, name);
    switch (behaviours.getOrDefault(last, Behaviour.NORMAL)) {
      case SERVFAIL -> answer.getHeader().setRcode(Rcode.SERVFAIL);
      case REFUSED -> answer.getHeader().setRcode(Rcode.REFUSED);
      case REFERRAL -> answer.getHeader().unsetFlag(Flags.RA);
      case SILENT -> {
        return false;
      }
      case BOGUS -> {
        if (query.getHeader().getFlag(Flags.CD)) {
          addRecords(answer, last, type);
        } else {
          answer.getHeader().setRcode(Rcode.SERVFAIL);
        }
      }
      case TRUNCATED -> {
        if (byTcp) {
          addRecords(answer, last, type);
        } else {
          answer.getHeader().setFlag(Flags.TC);
        }
      }
      case NORMAL -> addRecords(answer, last, type);
    }
    return true;
  }

  private Name followAliases(Message answer, Name name) {
    Name last = name;
    for (int aliases = 0; aliases < aliasesPerAnswer; aliases++) {
      Optional<CNAMERecord> alias = alias(last);
      if (alias.isEmpty() || answer.getSection(Section.ANSWER).contains(alias.get())) {
        return last;
      }
      answer.addRecord(alias.get(), Section.ANSWER);
      last = canonical(alias.get().getTarget());
    }
    return last;
  }

  private void addRecords(Message answer, Name name, int type) {
    List<Record> found =
        records.getOrDefault(name, List.of()).stream()
            .filter(record -> record.getType() == type)
            .toList();
    found.forEach(record -> answer.addRecord(record, Section.ANSWER));
    if (found.isEmpty() && alias(name).isEmpty()) {
      answer.addRecord(
          new SOARecord(Name.root, DClass.IN, TTL, Name.root, Name.root, 1, 60, 60, 60, 0),
          Section.AUTHORITY);
      @Nullable Name next = records.ceilingKey(name);
      if (next == null || !next.subdomain(name)) {
        answer.getHeader().setRcode(Rcode.NXDOMAIN);
      }
    }
  }

  private Optional<CNAMERecord> alias(Name name) {
    return records.getOrDefault(name, List.of()).stream()
        .filter(record -> record.getType() == Type.CNAME)
        .map(CNAMERecord.class::cast)
        .findFirst();
  }

  private List<Record> at(String name) {
    return records.computeIfAbsent(absolute(name), absent -> new ArrayList<>());
  }

  private static Name absolute(String name) {
    return Name.fromConstantString(
        (name.endsWith(".") ? name : name + ".").toLowerCase(Locale.ROOT));
  }

  private static Name canonical(Name name) {
    return name.canonicalize();
  }
}

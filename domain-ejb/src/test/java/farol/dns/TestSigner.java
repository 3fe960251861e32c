package farol.dns;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.xbill.DNS.DClass;
import org.xbill.DNS.DNSKEYRecord;
import org.xbill.DNS.DNSSEC;
import org.xbill.DNS.DSRecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSEC3Record;
import org.xbill.DNS.NSECRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.NameTooLongException;
import org.xbill.DNS.RRSIGRecord;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;
import org.xbill.DNS.utils.base32;

/**
 * Signs what a {@link TestZone} answers, as the owners of a root and of zones below it would. Keys
 * are real, and so is every proof, also that something is absent.
 */
final class TestSigner {
  private static final long TTL = 300;
  private static final Duration VALIDITY = Duration.ofHours(1);

  /** What is wrong with the signatures of a name's records. */
  enum Flaw {
    MISSING,
    EXPIRED,
    FORGED
  }

  /** How keys sign, of the algorithms that DNSSEC recommends (RFC 8624). */
  enum Algorithm {
    RSA_SHA256("RSA", 2048, DNSSEC.Algorithm.RSASHA256),
    ECDSA_P256("EC", 256, DNSSEC.Algorithm.ECDSAP256SHA256),
    ED25519("Ed25519", 255, DNSSEC.Algorithm.ED25519);

    private final String keys;
    private final int bits;
    private final int number;

    Algorithm(String keys, int bits, int number) {
      this.keys = keys;
      this.bits = bits;
      this.number = number;
    }
  }

  private final Algorithm algorithm;
  private final Map<Name, Key> signed = new HashMap<>();
  private final Set<Name> unsigned = new HashSet<>();
  private final Map<Name, Flaw> flaws = new HashMap<>();
  private final Set<Name> silentKeys = new HashSet<>();
  private boolean deniesByHash;
  private long keyTtl = TTL;

  /**
   * Signs these zones.
   *
   * @param zones with all zones above them, the root among them
   */
  TestSigner(String... zones) {
    this(Algorithm.ECDSA_P256, zones);
  }

  /** Signs these zones in this way. */
  TestSigner(Algorithm algorithm, String... zones) {
    this.algorithm = algorithm;
    Stream.of(zones).forEach(zone -> signed.put(name(zone), newKey(name(zone))));
  }

  private Key newKey(Name zone) {
    return Key.of(zone, algorithm);
  }

  /** Delegates a zone whose owner does not sign. */
  void leaveUnsigned(String zone) {
    unsigned.add(name(zone));
  }

  /** Breaks the signatures of a name's records. */
  void spoil(String name, Flaw flaw) {
    flaws.put(name(name), flaw);
  }

  /** Answers SERVFAIL to whoever asks for the keys of a zone. */
  void hideKeys(String zone) {
    silentKeys.add(name(zone));
  }

  /** Proves by hashed names (NSEC3, RFC 5155) that a name has no records of a type. */
  void denyByHash() {
    deniesByHash = true;
  }

  /** Hands out all keys as a cache does in their last second. */
  void letKeysExpire() {
    keyTtl = 0;
  }

  /** Replaces the keys of a zone, but not what the zone above it says about them. */
  void rollKeysBadly(String zone) {
    Key old = key(name(zone));
    signed.put(name(zone), new Key(old.delegation(), newKey(name(zone)).keys(), old.secret()));
  }

  /** The digest of the root's key, as {@code FAROL_DNSSEC_ANCHOR} wants it in a file. */
  String anchor() {
    return key(Name.root).delegation() + "\n";
  }

  /** The root's key itself, which does as well. */
  String anchorKey() {
    return key(Name.root).keys() + "\n";
  }

  /**
   * Adds to an answer what proves it.
   *
   * @param end the last name of the aliases in it
   * @param there the records at that name
   */
  void prove(Message answer, Name end, List<Record> there) {
    int rcode = answer.getRcode();
    if (rcode != Rcode.NOERROR && rcode != Rcode.NXDOMAIN) {
      return;
    }
    Name asked = answer.getQuestion().getName().canonicalize();
    switch (answer.getQuestion().getType()) {
      case Type.DNSKEY -> proveKeys(answer, asked);
      case Type.DS -> proveDelegation(answer, asked, there);
      default -> proveRecords(answer, end, there);
    }
  }

  private void proveKeys(Message answer, Name zone) {
    clear(answer);
    if (silentKeys.contains(zone)) {
      answer.getHeader().setRcode(Rcode.SERVFAIL);
    } else if (signed.containsKey(zone)) {
      add(answer, Section.ANSWER, zone, key(zone).keysFor(keyTtl));
    }
  }

  private void proveDelegation(Message answer, Name name, List<Record> there) {
    clear(answer);
    Name parent = name.equals(Name.root) ? name : zoneOf(new Name(name, 1));
    if (signed.containsKey(name) && !name.equals(Name.root)) {
      add(answer, Section.ANSWER, parent, key(name).delegation());
    } else if (unsigned.contains(name) && signed.containsKey(parent)) {
      add(answer, Section.AUTHORITY, parent, nothingElse(name, Stream.of(Type.NS)));
    } else if (signed.containsKey(zoneOf(name))) {
      add(answer, Section.AUTHORITY, zoneOf(name), nothingElse(name, types(there)));
    }
  }

  private void proveRecords(Message answer, Name end, List<Record> there) {
    boolean found =
        there.stream().anyMatch(record -> record.getType() == answer.getQuestion().getType());
    for (RRset set : answer.getSectionRRsets(Section.ANSWER)) {
      sign(set, zoneOf(set.getName()))
          .forEach(signature -> answer.addRecord(signature, Section.ANSWER));
    }
    if (!found) {
      Name zone = zoneOf(end);
      answer.removeAllRecords(Section.AUTHORITY);
      add(answer, Section.AUTHORITY, zone, startOf(zone));
      if (signed.containsKey(zone)) {
        boolean exists = answer.getRcode() != Rcode.NXDOMAIN;
        add(
            answer,
            Section.AUTHORITY,
            zone,
            exists ? nothingElse(end, zone, types(there)) : nothingBelow(zone));
      }
    }
  }

  private static void clear(Message answer) {
    answer.getHeader().setRcode(Rcode.NOERROR);
    answer.removeAllRecords(Section.ANSWER);
    answer.removeAllRecords(Section.AUTHORITY);
  }

  private void add(Message answer, int section, Name zone, Record record) {
    answer.addRecord(record, section);
    sign(new RRset(record), zone).forEach(signature -> answer.addRecord(signature, section));
  }

  private List<RRSIGRecord> sign(RRset set, Name zone) {
    Flaw flaw = flaws.get(set.getName().canonicalize());
    if (flaw == Flaw.MISSING || !signed.containsKey(zone)) {
      return List.of();
    }
    Key key = key(zone);
    PrivateKey secret = flaw == Flaw.FORGED ? newKey(zone).secret() : key.secret();
    Instant end = Instant.now().plus(flaw == Flaw.EXPIRED ? VALIDITY.negated() : VALIDITY);
    try {
      return List.of(
          DNSSEC.sign(set, key.keys(), secret, end.minus(VALIDITY.multipliedBy(3)), end));
    } catch (DNSSEC.DNSSECException e) {
      throw new IllegalStateException(e);
    }
  }

  private Name zoneOf(Name name) {
    return Stream.concat(signed.keySet().stream(), unsigned.stream())
        .filter(name::subdomain)
        .max(Comparator.comparingInt(Name::labels))
        .orElseThrow();
  }

  private Key key(Name zone) {
    Key key = signed.get(zone);
    if (key == null) {
      throw new IllegalArgumentException("not signed: " + zone);
    }
    return key;
  }

  private static IntStream types(List<Record> records) {
    return records.stream().mapToInt(Record::getType);
  }

  private Record nothingElse(Name name, Name zone, IntStream types) {
    return deniesByHash ? nothingElseByHash(name, zone, types) : nothingElse(name, types);
  }

  private static NSEC3Record nothingElseByHash(Name name, Name zone, IntStream types) {
    byte[] hash = sha1(name.toWireCanonical());
    Name owner =
        Name.fromConstantString(
            new base32(base32.Alphabet.BASE32HEX, false, false).toString(hash) + "." + zone);
    return new NSEC3Record(
        owner,
        DClass.IN,
        TTL,
        NSEC3Record.SHA1_DIGEST_ID,
        0,
        0,
        null,
        hash,
        IntStream.concat(types, IntStream.of(Type.RRSIG)).distinct().sorted().toArray());
  }

  private static byte[] sha1(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-1").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static NSECRecord nothingElse(Name name, Stream<Integer> types) {
    return nothingElse(name, types.mapToInt(type -> type));
  }

  /** Says that a name has records of these types only. */
  private static NSECRecord nothingElse(Name name, IntStream types) {
    try {
      Name next = Name.concatenate(Name.fromConstantString("\\000"), name);
      return nsec(name, next, types);
    } catch (NameTooLongException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** Says that a zone has no name but its own. */
  private static NSECRecord nothingBelow(Name zone) {
    return nsec(zone, zone, IntStream.of(Type.NS, Type.SOA, Type.DNSKEY));
  }

  private static NSECRecord nsec(Name name, Name next, IntStream types) {
    return new NSECRecord(
        name,
        DClass.IN,
        TTL,
        next,
        IntStream.concat(types, IntStream.of(Type.RRSIG, Type.NSEC)).distinct().sorted().toArray());
  }

  private static SOARecord startOf(Name zone) {
    return new SOARecord(zone, DClass.IN, TTL, zone, zone, 1, 60, 60, 60, 0);
  }

  private static Name name(String text) {
    return Name.fromConstantString(text.endsWith(".") ? text : text + ".");
  }

  /**
   * The key of a zone.
   *
   * @param delegation what the zone above says of it
   */
  private record Key(DSRecord delegation, DNSKEYRecord keys, PrivateKey secret) {
    private static final int SIGNS_ITS_ZONE = 257;
    private static final int DNSSEC_PROTOCOL = 3;

    DNSKEYRecord keysFor(long ttl) {
      return new DNSKEYRecord(
          keys.getName(),
          keys.getDClass(),
          ttl,
          keys.getFlags(),
          keys.getProtocol(),
          keys.getAlgorithm(),
          keys.getKey());
    }

    static Key of(Name zone, Algorithm algorithm) {
      try {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm.keys);
        generator.initialize(algorithm.bits);
        KeyPair pair = generator.generateKeyPair();
        DNSKEYRecord keys =
            new DNSKEYRecord(
                zone,
                DClass.IN,
                TTL,
                SIGNS_ITS_ZONE,
                DNSSEC_PROTOCOL,
                algorithm.number,
                pair.getPublic());
        return new Key(
            new DSRecord(zone, DClass.IN, TTL, DNSSEC.Digest.SHA256, keys),
            keys,
            pair.getPrivate());
      } catch (GeneralSecurityException | DNSSEC.DNSSECException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}

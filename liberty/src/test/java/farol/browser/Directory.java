package farol.browser;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.OperationType;
import com.unboundid.ldif.LDIFException;
import farol.probe.ServerAuthority;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Map;

/**
 * An LDAP directory over TLS on loopback, with people: otis and aude, who are in the groups of
 * operators and of auditors, lena and nina, who are in none of Farol's, and an admin. It also has
 * groups by the names of Farol's own, with lena. Whoever searches it must say who.
 */
final class Directory implements AutoCloseable {
  static final String BIND_PASSWORD = "who-may-search";

  private static final String BASE = "dc=example,dc=com";
  private static final String READER = "cn=farol," + BASE;

  private final ServerAuthority authority = ServerAuthority.root("Authority of a directory");
  private final InMemoryDirectoryServer server;

  private Directory() throws LDAPException {
    InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(BASE);
    config.addAdditionalBindCredentials(READER, BIND_PASSWORD);
    config.setAuthenticationRequiredOperationTypes(OperationType.SEARCH);
    config.setListenerConfigs(
        InMemoryListenerConfig.createLDAPSConfig(
            "ldaps",
            InetAddress.getLoopbackAddress(),
            0,
            authority.issue("localhost").context().getServerSocketFactory(),
            null));
    server = new InMemoryDirectoryServer(config);
  }

  static Directory start() throws LDAPException, LDIFException {
    Directory directory = new Directory();
    directory.add("", "objectClass: domain", "dc: example");
    directory.add("ou=people,", "objectClass: organizationalUnit", "ou: people");
    directory.add("ou=groups,", "objectClass: organizationalUnit", "ou: groups");
    for (String name : new String[] {"lena", "otis", "aude", "admin", "nina"}) {
      directory.person(name);
    }
    directory.group("mail-operators", "otis");
    directory.group("mail-auditors", "aude");
    directory.group("operators", "lena");
    directory.group("auditors", "lena");
    directory.server.startListening();
    return directory;
  }

  /** The password of a person. */
  static String passwordOf(String name) {
    return "in-the-directory-of-" + name;
  }

  /** What the folder for sign-in must hold. */
  Map<String, byte[]> files() throws IOException {
    return SignInFiles.of(
        "ldap",
        Map.of(
            "ldap.host",
            "localhost",
            "ldap.port",
            String.valueOf(server.getListenPort()),
            "ldap.base",
            BASE,
            "ldap.bind",
            READER),
        authority);
  }

  private void person(String name) throws LDAPException, LDIFException {
    add(
        "uid=" + name + ",ou=people,",
        "objectClass: inetOrgPerson",
        "uid: " + name,
        "cn: " + name,
        "sn: " + name,
        "userPassword: " + passwordOf(name));
  }

  private void group(String name, String member) throws LDAPException, LDIFException {
    add(
        "cn=" + name + ",ou=groups,",
        "objectClass: groupOfNames",
        "cn: " + name,
        "member: uid=" + member + ",ou=people," + BASE);
  }

  private void add(String place, String... lines) throws LDAPException, LDIFException {
    String[] entry = new String[lines.length + 1];
    entry[0] = "dn: " + place + BASE;
    System.arraycopy(lines, 0, entry, 1, lines.length);
    server.add(entry);
  }

  /** Ends it, as an outage does. */
  @Override
  public void close() {
    server.shutDown(true);
  }
}

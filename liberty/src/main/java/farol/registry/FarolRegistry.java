package farol.registry;

import com.ibm.websphere.security.CertificateMapNotSupportedException;
import com.ibm.websphere.security.CustomRegistryException;
import com.ibm.websphere.security.EntryNotFoundException;
import com.ibm.websphere.security.NotImplementedException;
import com.ibm.websphere.security.PasswordCheckFailedException;
import com.ibm.websphere.security.Result;
import com.ibm.websphere.security.UserRegistry;
import com.ibm.websphere.security.cred.WSCredential;
import farol.domain.user.PasswordHash;
import farol.domain.user.UserName;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/**
 * Answers the server's questions about users, each from the database as it is now. Sign-in tokens
 * carry a user's unique id, in which the epoch is: the server asks for its name with every request,
 * and a token of an epoch before is nobody's. That is why the server must not cache what it was
 * told (see server.xml), and why whoever is disabled is out at once, on every node.
 */
public final class FarolRegistry implements UserRegistry {
  private static final String REALM = "farol";

  /** What a password of nobody is compared with, so that the answer takes as long. */
  private static final PasswordHash NOBODYS = PasswordHash.of("nobody has this password");

  private final PasswordMemory passwords = new PasswordMemory();
  private final FailedPasswords failures;
  private final Users users;

  /** For the server, which has all that it needs in its environment. */
  public FarolRegistry() {
    this(
        new Users(
            new PasswordHash(System.getenv("ADMIN_PASSWORD_HASH")),
            PasswordHash.of(System.getenv("SCHEDULER_PASSWORD")),
            FarolRegistry::database),
        Clock.systemUTC());
  }

  FarolRegistry(Users users, Clock clock) {
    this.users = users;
    this.failures = new FailedPasswords(clock);
  }

  @SuppressWarnings("BanJNDI") // the name is the server's own configuration's
  private static DataSource database() throws CustomRegistryException {
    try {
      return InitialContext.doLookup("jdbc/farol-registry");
    } catch (NamingException e) {
      throw new CustomRegistryException("the server has no data source for users yet", e);
    }
  }

  @Override
  public void initialize(Properties properties) {
    // All that it needs is in the server's environment.
  }

  @Override
  public String getRealm() {
    return REALM;
  }

  @Override
  public String checkPassword(String userName, String password)
      throws PasswordCheckFailedException, CustomRegistryException {
    boolean guessable = !userName.equals(UserName.SCHEDULER); // else a stranger would stop all jobs
    if (guessable && failures.areTooMany(userName)) {
      throw new PasswordCheckFailedException("too many passwords were tried for this user");
    }
    Optional<KnownUser> user = users.find(userName);
    boolean right = passwords.matches(user.map(KnownUser::password).orElse(NOBODYS), password);
    if (user.isEmpty() || !right) {
      failures.add(userName);
      throw new PasswordCheckFailedException("user name or password is wrong");
    }
    return user.get().name();
  }

  @Override
  public String mapCertificate(X509Certificate[] chain) throws CertificateMapNotSupportedException {
    throw new CertificateMapNotSupportedException("users sign in with passwords");
  }

  @Override
  public boolean isValidUser(String userName) throws CustomRegistryException {
    return users.find(userName).isPresent();
  }

  @Override
  public Result getUsers(String pattern, int limit) throws CustomRegistryException {
    return pattern.contains("*")
        ? result(users.names(limit))
        : result(users.find(pattern).map(KnownUser::name).stream().toList());
  }

  @Override
  public String getUserDisplayName(String userName)
      throws EntryNotFoundException, CustomRegistryException {
    return user(userName).name();
  }

  @Override
  public String getUniqueUserId(String userName)
      throws EntryNotFoundException, CustomRegistryException {
    return user(userName).uniqueId();
  }

  @Override
  public String getUserSecurityName(String uniqueUserId)
      throws EntryNotFoundException, CustomRegistryException {
    return signedIn(uniqueUserId).name();
  }

  @Override
  public List<String> getUniqueGroupIds(String uniqueUserId)
      throws EntryNotFoundException, CustomRegistryException {
    return signedIn(uniqueUserId).groups();
  }

  @Override
  public List<String> getGroupsForUser(String userName)
      throws EntryNotFoundException, CustomRegistryException {
    return user(userName).groups();
  }

  @Override
  public Result getGroups(String pattern, int limit) {
    return result(
        Groups.ALL.stream()
            .filter(group -> pattern.contains("*") || group.equals(pattern))
            .toList());
  }

  @Override
  public boolean isValidGroup(String groupName) {
    return Groups.ALL.contains(groupName);
  }

  @Override
  public String getGroupDisplayName(String groupName) throws EntryNotFoundException {
    return group(groupName);
  }

  @Override
  public String getUniqueGroupId(String groupName) throws EntryNotFoundException {
    return group(groupName);
  }

  @Override
  public String getGroupSecurityName(String uniqueGroupId) throws EntryNotFoundException {
    return group(uniqueGroupId);
  }

  @Override
  public Result getUsersForGroup(String groupName, int limit) throws NotImplementedException {
    throw new NotImplementedException("nobody asks who is in a group");
  }

  @Override
  public WSCredential createCredential(String userName) throws NotImplementedException {
    throw new NotImplementedException("the server makes credentials itself");
  }

  private KnownUser user(String name) throws EntryNotFoundException, CustomRegistryException {
    return users.find(name).orElseThrow(() -> new EntryNotFoundException("there is no such user"));
  }

  /** The user of a token, while it is good. */
  private KnownUser signedIn(String uniqueId)
      throws EntryNotFoundException, CustomRegistryException {
    KnownUser user = user(KnownUser.nameIn(uniqueId));
    if (!user.uniqueId().equals(uniqueId)) {
      throw new EntryNotFoundException("this sign-in has ended");
    }
    return user;
  }

  private static String group(String name) throws EntryNotFoundException {
    if (!Groups.ALL.contains(name)) {
      throw new EntryNotFoundException("there is no such group");
    }
    return name;
  }

  private static Result result(List<String> names) {
    Result result = new Result();
    result.setList(names);
    return result;
  }
}

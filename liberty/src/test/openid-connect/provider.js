// An OpenID Connect provider for the tests, on loopback: one client, people who get in by their names, and their groups as a
// claim. Ends with its standard input.
import fs from 'node:fs';
import https from 'node:https';
import { Provider } from 'oidc-provider';

const [port, callback, secret, keyAndCertificates] = process.argv.slice(2);
const pem = fs.readFileSync(keyAndCertificates);
const groups = { otis: ['mail-operators'], aude: ['mail-auditors'] };

const provider = new Provider(`https://localhost:${port}`, {
  clients: [{ client_id: 'farol', client_secret: secret, redirect_uris: [callback] }],
  claims: { openid: ['sub'], profile: ['preferred_username', 'groups'] },
  conformIdTokenClaims: false,
  cookies: { keys: [secret] },
  features: { devInteractions: { enabled: true } },
  findAccount: (context, name) => ({
    accountId: name,
    claims: () => ({ sub: `subject-${name}`, preferred_username: name, groups: groups[name] ?? [] }),
  }),
});

https.createServer({ key: pem, cert: pem }, provider.callback()).listen(Number(port), '127.0.0.1');
process.stdin.resume().on('end', () => process.exit());

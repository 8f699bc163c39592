import { inFile, inServer, scriptTest, serverTest, type Promised } from '../mutant.ts'

const secrets = 'src/platform/identity/client-secret.ts'
const fault = 'src/platform/identity/fault-of-secret.ts'
const registry = 'src/platform/identity/client-registry.ts'
const contract = 'packages/contract/generated/openapi.json'
const chosen = (name: string) => serverTest('platform/identity/chosen-secrets.test.ts', name)
const refusedOne = 'is refused if it is one'
const wholeOne = 'and is compared to its last character'
const nothing = (name: string) => scriptTest('no-passwords.test.ts', name)

export const passwords: Promised = {
  subject: 'C03',
  clauses: {
    'People have no passwords here: no request and no grant takes one, and no screen asks for one': [
      inFile(
        'C03-a-request-takes-one',
        contract,
        ['     "subject_token": {', '     "password": {'],
        nothing('is no property and no parameter of the contract'),
      ),
      inFile(
        'C03-a-grant-takes-one',
        contract,
        [
          '       "client_credentials",\n       "refresh_token"',
          '       "client_credentials",\n       "password",\n       "refresh_token"',
        ],
        nothing('is not among the grants'),
      ),
      inFile(
        'C03-a-screen-asks-for-one',
        'packages/elements/src/prescription-pad/text-field.ts',
        ['type="text"', 'type="password"'],
        nothing('is asked for by no element'),
      ),
    ],
    'the secret of a program has at least 32 characters of any kind, is compared to its last one, and does not expire':
      [
        inServer('C03-a-short-secret', fault, ['secret.length < fewest', 'secret.length < 8'], chosen(refusedOne)),
        inServer(
          'C03-a-rule-of-composition',
          fault,
          ['if (secret.length < fewest)', 'if (secret.length < fewest || !/[A-Z]/.test(secret))'],
          chosen(wholeOne),
        ),
        inServer(
          'C03-a-greatest-length',
          fault,
          ['if (secret.length < fewest)', 'if (secret.length < fewest || secret.length > 63)'],
          chosen(wholeOne),
        ),
        inServer(
          'C03-the-end-is-cut',
          secrets,
          ['message: secret,', 'message: secret.slice(0, 31),'],
          chosen(wholeOne),
        ),
        inServer(
          'C03-expires',
          secrets,
          ['if (stored === null) {', 'if (stored === null || now > 1_900_000_000_000) {'],
          chosen('does not expire'),
        ),
      ],
    'one that is easy to guess is refused': [
      inServer(
        'C03-known-words',
        fault,
        ['withoutRuns(without(secret, [...ownNames, ...knownWords]))', 'withoutRuns(without(secret, ownNames))'],
        chosen(refusedOne),
      ),
      inServer('C03-its-own-name', fault, ['[...ownNames, ...knownWords]', 'knownWords'], chosen(refusedOne)),
      inServer('C03-runs', fault, ['withoutRuns(without(', '((text: string) => text)(without('], chosen(refusedOne)),
      inServer(
        'C03-repetitions',
        fault,
        ['new Set(rest).size < fewestDifferent', 'rest.length < fewestDifferent'],
        chosen(refusedOne),
      ),
      inServer(
        'C03-not-asked',
        registry,
        ['if (fault !== null) throw new Error(fault)', 'if (fault === undefined) throw new Error(fault)'],
        chosen(refusedOne),
      ),
    ],
    'one that a person chose is stored as a slow hash with a salt of its own, and one that the server generates has 256 random bits':
      [
        inServer(
          'C03-a-fast-hash',
          secrets,
          ['memory: 19_456, passes: 2', 'memory: 64, passes: 1'],
          chosen('is stored as a slow hash'),
        ),
        inServer(
          'C03-an-old-hash-stays',
          registry,
          ['isProven && isOutdated(found.secretHash)', 'isProven && found.secretHash === null'],
          chosen('stored with scrypt'),
        ),
        inServer(
          'C03-a-chosen-secret-as-a-random-one',
          registry,
          [
            'client.secret === undefined ? hashRandomSecret(secret) : await hashSecret(secret)',
            'hashRandomSecret(secret)',
          ],
          chosen('is stored as a slow hash'),
        ),
        inServer(
          'C03-one-salt',
          secrets,
          [
            'const salt = randomBytes(16)\n  const hash = await hashOf',
            'const salt = Buffer.alloc(16)\n  const hash = await hashOf',
          ],
          chosen('is stored as a slow hash'),
        ),
        inServer(
          'C03-a-guessable-generated-secret',
          registry,
          ["randomBytes(32).toString('base64url')", "randomBytes(24).toString('hex')"],
          chosen('is stored as a slow hash'),
        ),
      ],
  },
}

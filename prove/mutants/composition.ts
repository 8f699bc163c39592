import { inServer, serverTest, wholeServerTest, type Mutant, type Promised } from '../mutant.ts'

const production = (name: string) => wholeServerTest('production.test.ts', name)
const start = (name: string) => wholeServerTest('production-start.test.ts', name)
const twoProcesses = (name: string) => serverTest('tests/compose-server.test.ts', name)
type Change = readonly [find: string, replace: string]
const inComposition = (id: string, change: Change, ...tests: Mutant['tests']): Mutant =>
  inServer(`composition-${id}`, 'src/compose-server.ts', change, ...tests)
const inPartners = (id: string, change: Change, ...tests: Mutant['tests']): Mutant =>
  inServer(`composition-${id}`, 'src/composition/compose-partners.ts', change, ...tests)
const inHeaders = (id: string, header: string): Mutant =>
  inServer(
    `composition-${id}`,
    'src/platform/http/steps/secure-headers.ts',
    [header, 'x-nothing'],
    production('every response makes browsers stay on TLS'),
  )

/** What the composed server puts in place, and would work as well without. */
export const composition: Promised = {
  subject: 'composition',
  clauses: {
    'A mailbox and a payment account are used for the organization that they belong to': [
      inPartners(
        'one-account-for-all',
        ['organizationIds.includes(asking) ? partner : null', 'asking === null ? null : partner'],
        production('another organization does not reach the mailbox'),
      ),
    ],
    'Webhooks go to public addresses over TLS': [
      inPartners(
        'webhooks-to-private-addresses',
        ["allowPrivate: config.mode === 'development'", 'allowPrivate: true'],
        production('webhooks go to public addresses'),
      ),
    ],
    'Orders go to the laboratory over TLS': [
      inServer(
        'composition-orders-without-tls',
        'src/composition/compose-laboratories.ts',
        ["tls === 'required' ? { tls: {} } : {}", "tls === 'required' ? {} : {}"],
        production('with an agreement in force'),
      ),
    ],
    'Results are taken over TLS and from senders with a certificate': [
      inPartners(
        'results-without-tls',
        ['tls === null ? {} : { tls }', 'tls === null ? { tls } : {}'],
        production('a laboratory is admitted only with its certificate'),
      ),
      inPartners(
        'any-sender',
        ['listenTls.clientsCaFile !== null &&', 'listenTls.clientsCaFile === null &&'],
        production('a laboratory is admitted only with its certificate'),
      ),
    ],
    'Every answer has the security headers': [
      inComposition(
        'no-hsts',
        ["config.publicUrl.startsWith('https:')", 'false'],
        production('every response makes browsers stay on TLS'),
      ),
      inHeaders('answers-are-cached', 'cache-control'),
      inHeaders('answers-are-sniffed', 'x-content-type-options'),
      inHeaders('answers-are-framed', 'content-security-policy'),
      inHeaders('addresses-are-passed-on', 'referrer-policy'),
    ],
    'The embedded engine has an audit journal': [
      inServer(
        'composition-no-journal',
        'src/composition/open-platform.ts',
        ["{ journalFile: join(config.dataFolder, 'audit.journal') }", '{}'],
        production('the embedded engine has its audit journal'),
      ),
    ],
    'Checkpoints of the ledger go to the file that is configured': [
      inServer(
        'composition-no-checkpoint-file',
        'src/composition/open-platform.ts',
        ['checkpointFile: config.checkpointFile', "checkpointFile: join(config.dataFolder, 'checkpoints.ndjson')"],
        production('signed checkpoints of the ledger'),
      ),
    ],
    'Rates are limited, by the address that the last proxy saw': [
      inComposition(
        'no-rate-limits',
        ['limiter: overrides.limitsRates === false', 'limiter: overrides.limitsRates !== false'],
        production('a client that sends too many requests has to wait'),
      ),
      inServer(
        'composition-guesses-are-not-limited',
        'src/platform/identity/create-identity.ts',
        ['createAcceptInvitation(ports, limiter)', 'createAcceptInvitation(ports, { ...limiter, peek: () => 0 })'],
        production('guesses of invitation codes'),
      ),
      inComposition(
        'the-address-of-the-proxy',
        ['trustedProxies: config.trustedProxies', 'trustedProxies: 0'],
        production('guesses of secrets are rate-limited'),
      ),
      inServer(
        'composition-the-address-that-is-claimed',
        'src/platform/http/create-http-server.ts',
        ['hops.at(-trustedProxies)', 'hops.at(0)'],
        production('guesses of secrets are rate-limited'),
      ),
    ],
    'Production makes no keys of its own': [
      inComposition(
        'keys-are-made',
        ["config.mode === 'development'", 'true'],
        start('without the key that signs tokens'),
      ),
    ],
    'The log has the level that is configured': [
      inServer(
        'composition-the-program-logs-all',
        'src/main.ts',
        ['level: config.logLevel', "level: 'debug'"],
        start('the server prints only what the log level allows'),
      ),
      inComposition(
        'a-part-of-a-program-logs-all',
        ['level: config.logLevel', "level: 'debug'"],
        start('the server prints only what the log level allows'),
      ),
      inServer(
        'composition-the-program-logs-nothing',
        'src/main.ts',
        ['level: config.logLevel', "level: 'error'"],
        start('prints more at a lower log level'),
      ),
    ],
    'Nothing is simulated in production': [
      inServer(
        'composition-demonstration-checks',
        'src/vendors/drug-checks/load-drug-checks.ts',
        ["withoutImport === 'demonstration'", "withoutImport !== 'demonstration'"],
        production('no demonstration of drug checks'),
      ),
      inServer(
        'composition-demonstration-video',
        'src/composition/compose-video.ts',
        ["forPatients: config.mode === 'production'", 'forPatients: false'],
        serverTest('composition/compose-video.test.ts', 'refuses patients'),
      ),
    ],
    'Identity reacts to what happens in the domains': [
      inComposition(
        'identity-does-not-react',
        ['for (const module of subscribing)', 'for (const module of modules)'],
        production('a disabled person is signed out'),
      ),
    ],
    'The report of accesses has what was just shown': [
      inServer(
        'composition-accesses-are-not-settled',
        'src/composition/compose-compliance.ts',
        ['settleAccesses: () => ledger.settle()', 'settleAccesses: async () => undefined'],
        production('an access review includes'),
      ),
    ],
    'Processes know of each other what they must': [
      inComposition(
        'ends-of-sessions-are-not-sent',
        ["database.engine === 'postgres' ? (config.databaseAppUrl ?? config.databaseUrl) : null", 'null'],
        twoProcesses('both refuse a session within a second'),
      ),
      inComposition(
        'events-are-not-published',
        ['live.hub.publishEvent(event)', 'void event'],
        twoProcesses('send events of the other process'),
      ),
      inServer(
        'composition-tickets-of-one-process',
        'src/composition/compose-live.ts',
        ["Buffer.from(d, 'base64url')", 'crypto.getRandomValues(Buffer.alloc(32))'],
        twoProcesses('accept a ticket only once between them'),
      ),
    ],
  },
}

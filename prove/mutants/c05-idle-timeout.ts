import { elementTest, inFile, inServer, serverTest, type Promised } from '../mutant.ts'

const sessions = serverTest('platform/identity/sessions.test.ts', 'idle minutes')
const passive = serverTest(
  'platform/identity/sessions.test.ts',
  'is not extended by requests that a page sends by itself',
)

export const idleTimeout: Promised = {
  subject: 'C05',
  clauses: {
    'Staff are signed out by the server after 15 idle minutes': [
      inServer(
        'C05-staff-idle-longer',
        'packs/policy/sessions.json',
        ['"practitioner": { "idleSeconds": 900', '"practitioner": { "idleSeconds": 1800'],
        sessions,
      ),
      inServer(
        'C05-nobody-idles',
        'src/platform/identity/session.ts',
        ['session.idle !== null && now >=', 'session.idle === 0 && now >='],
        sessions,
      ),
    ],
    'administrators after 10': [
      inServer(
        'C05-administrators-idle-longer',
        'packs/policy/sessions.json',
        ['"administrator": { "idleSeconds": 600', '"administrator": { "idleSeconds": 900'],
        sessions,
      ),
      inServer(
        'C05-the-longest-limit-of-all-roles',
        'src/platform/identity/session-limits.ts',
        ['Math.min(...idle)', 'Math.max(...idle)'],
        serverTest('platform/identity/sessions.test.ts', 'takes the strictest limits of its roles'),
      ),
    ],
    'patients after 30': [
      inServer(
        'C05-patients-idle-longer',
        'packs/policy/sessions.json',
        ['"patient": { "idleSeconds": 1800', '"patient": { "idleSeconds": 3600'],
        sessions,
      ),
    ],
    'a warning comes two minutes before': [
      inFile(
        'C05-warning-too-late',
        'packages/elements/src/provider/session-clock.ts',
        ['130_000', '100_000'],
        elementTest('src/provider/provider.test.ts', 'the warning leaves at least two minutes'),
      ),
    ],
    'one key extends the session': [
      inFile(
        'C05-the-key-does-not-extend',
        'packages/elements/src/provider/session-clock.ts',
        ['sessions.extend()', 'sessions.current()'],
        elementTest('src/provider/provider.test.ts', 'Enter alone extends it'),
      ),
      inServer(
        'C05-no-request-counts',
        'src/platform/http/steps/authenticate-session.ts',
        ['if (isActivity(exchange))', 'if (false)'],
        serverTest('platform/identity/sessions.test.ts', 'is extended by one request of the person'),
      ),
    ],
    'What a page asks by itself does not count as activity': [
      inServer(
        'C05-every-request-counts',
        'src/platform/http/steps/authenticate-session.ts',
        ['if (isActivity(exchange))', 'if (true)'],
        passive,
      ),
      inServer(
        'C05-an-unattended-page-counts',
        'src/platform/http/steps/authenticate-session.ts',
        ["exchange.header('x-user-activity') !== 'none'", "exchange.header('x-user-activity') !== ''"],
        serverTest('platform/http/tests/read-together.test.ts', 'where the page says that no one uses it'),
      ),
      inFile(
        'C05-every-page-is-attended',
        'packages/sdk/src/core/attended.ts',
        ['attendedAt + 60_000', 'attendedAt + Infinity'],
        elementTest('src/provider/unattended.test.ts', 'are marked'),
      ),
      inFile(
        'C05-scripts-attend',
        'packages/sdk/src/core/attended.ts',
        ['if (isTrusted)', 'if (isTrusted !== undefined)'],
        elementTest('src/provider/unattended.test.ts', 'whatever a script does'),
      ),
    ],
    'waiting for a clinician does': [
      inFile(
        'C05-waiting-does-not-count',
        'packages/contract/generated/operations.ts',
        [
          '"visits.queuePosition","idempotent":false,"byPerson":false,"stepUp":false,"activity":true',
          '"visits.queuePosition","idempotent":false,"byPerson":false,"stepUp":false,"activity":false',
        ],
        serverTest('domains/visits/tests/presence.test.ts', 'keeps a patient signed in'),
      ),
    ],
  },
}

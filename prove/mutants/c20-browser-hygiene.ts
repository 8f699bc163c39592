import { elementTest, inFile, inServer, serverTest, type Promised } from '../mutant.ts'

const cleared = elementTest('src/provider/provider.test.ts', 'no patient data is left in the page')
const lost = elementTest('src/provider/without-connection.test.ts', 'a connection that is lost before the warning')

export const browserHygiene: Promised = {
  subject: 'C20',
  clauses: {
    'Every response forbids caching': [
      inServer(
        'C20-answers-are-cached',
        'src/platform/http/steps/secure-headers.ts',
        ["response.setHeader('cache-control', 'no-store')", ''],
        serverTest('platform/http/tests/request-and-headers.test.ts', 'forbid caching'),
      ),
    ],
    'signing out clears cache and storage of the browser': [
      inServer(
        'C20-signing-out-clears-nothing',
        'src/platform/identity/operations/end-session.ts',
        ['headers: { \'clear-site-data\': \'"cache", "storage"\' }', 'headers: {}'],
        serverTest('platform/identity/sessions.test.ts'),
      ),
    ],
    'At the end of a session elements clear what they show, also without a connection, whenever it was lost': [
      inFile(
        'C20-elements-keep-their-client',
        'packages/elements/src/provider/provider.ts',
        [
          '    this.#quiet()\n    this.#held = this.#connect(null)\n    this.#provided?.changed()\n    if (emit',
          '    this.#quiet()\n    if (emit',
        ],
        cleared,
      ),
      inFile(
        'C20-a-lost-connection-stops-the-clock',
        'packages/elements/src/provider/session-clock.ts',
        [
          'if (last && untilWarning < 1_000) this.follow(last)',
          'if (last && untilWarning < 1_000) this.#again(30_000, () => void this.read())',
        ],
        lost,
      ),
    ],
  },
}

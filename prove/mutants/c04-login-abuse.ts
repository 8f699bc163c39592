import { inServer, serverTest, wholeServerTest, type Promised } from '../mutant.ts'

const counting = 'src/platform/identity/refused-proofs.ts'
const endpoint = 'src/platform/identity/operations/exchange-token.ts'
const refused = (name: string) => serverTest('platform/identity/refused-proofs.test.ts', name)

const allServers = (name: string) => wholeServerTest('guesses.test.ts', name)
const guesses = serverTest('platform/http/tests/load.test.ts', 'slows down guesses of an address')
const reported = refused('are reported at the number of the policy')
const sameAnswer = {
  ...refused('are answered like those of an unknown one, after the same slow hash'),
  row: 'of a client whose secret is random',
}

export const loginAbuse: Promised = {
  subject: 'C04',
  clauses: {
    'Refused proofs are limited by address': [
      inServer(
        'C04-one-limit-for-all-addresses',
        'src/platform/http/steps/limit-proofs.ts',
        ['`${exchange.address}/${claimOf(exchange)}`', 'claimOf(exchange)'],
        serverTest('platform/http/tests/load.test.ts', 'counts guesses of each address apart'),
      ),
      inServer(
        'C04-guesses-are-not-limited',
        'src/platform/http/steps/limit-proofs.ts',
        ['throw wait > 0 ? tooManyRequests(wait) : error', 'throw wait > 1e9 ? tooManyRequests(wait) : error'],
        guesses,
      ),
    ],
    'and by what they claim to be': [
      inServer(
        'C04-one-limit-for-all-claims',
        'src/platform/http/steps/limit-proofs.ts',
        ['`${exchange.address}/${claimOf(exchange)}`', 'exchange.address'],
        guesses,
      ),
    ],
    'a right one is never refused or delayed for the wrong ones of others': [
      inServer(
        'C04-right-proofs-are-refused-too',
        'src/platform/http/steps/limit-proofs.ts',
        [
          '      await next(exchange)\n    } catch',
          '      await next(exchange)\n      const wait = limiter.take(`${exchange.address}/${claimOf(exchange)}`, rateClass, exchange.now.getTime())\n      if (wait > 0) throw tooManyRequests(wait)\n    } catch',
        ],
        guesses,
      ),
    ],
    'unknown clients and wrong secrets get the same response, after the same slow hash': [
      inServer(
        'C04-an-unknown-client-costs-nothing',
        'src/platform/identity/client-secret.ts',
        [
          'if (stored === null) {\n      await inTurn(async () => matches(secret, await decoy), who)',
          'if (stored === null) {',
        ],
        sameAnswer,
      ),
      inServer(
        'C04-a-random-secret-costs-nothing',
        'src/platform/identity/client-secret.ts',
        [
          'if (matchesRandom(secret, stored)) return true\n      await inTurn(async () => matches(secret, await decoy), who)',
          'if (matchesRandom(secret, stored)) return true',
        ],
        sameAnswer,
      ),
      inServer(
        'C04-an-unknown-client-is-told',
        endpoint,
        [
          "if (client === null) throw invalidClient('unknown client')\n  // Assumed",
          "if (client === null) throw unauthorizedClient('unknown client')\n  // Assumed",
        ],
        sameAnswer,
      ),
    ],
    'At the number of the policy, a security team gets one event by webhook, a line in the log and a row in the ledger, without an address':
      [
        inServer('C04-nothing-is-reported', counting, ['else known.count++', 'else known.count += 0'], reported),
        inServer(
          'C04-each-guess-is-reported',
          'src/platform/identity/create-identity.ts',
          ['nextReport: policy.refusedProofs.count', 'nextReport: 1'],
          reported,
        ),
        inServer(
          'C04-wrong-secrets-do-not-count',
          endpoint,
          ['refusedProofs.count(client, context.now)', ''],
          reported,
        ),
        inServer(
          'C04-people-do-not-count',
          endpoint,
          ['refusedProofs.count(authenticated.client, anonymous.now)', 'void refusedProofs'],
          refused('of people count for the client that brought them'),
        ),
        inServer(
          'C04-the-report-leaves-no-row',
          'src/platform/identity/create-identity.ts',
          ['(reported ? [refusedRow(context, clientId)] : [])', '[]'],
          refused('leave one row of the report in the ledger'),
        ),
        inServer(
          'C04-the-log-is-silent',
          'src/platform/identity/create-identity.ts',
          ["logger.warn('proofs_refused'", "logger.warn('proofs'"],
          refused('are in the log with the client and without an address'),
        ),
      ],
    'again only at ten times as many': [
      inServer(
        'C04-reports-go-on',
        counting,
        ['nextReport *= 10', 'nextReport += most'],
        refused('are not reported again before ten times as many'),
      ),
    ],
    'after its period, the count begins again': [
      inServer(
        'C04-a-count-never-ends',
        counting,
        ['>= withinSeconds * 1_000', '>= withinSeconds * 1e9'],
        refused('of another period are counted from the beginning'),
      ),
    ],
    'all servers of a deployment count together: guesses at one are refused at the others': [
      inServer(
        'C04-each-server-limits-for-itself',
        'src/platform/rates/shared-limiter.ts',
        ['if (wait === 0 && sharedClasses.has(rateClass))', 'if (wait < 0)'],
        allServers('are refused at the other'),
      ),
      inServer(
        'C04-no-one-listens',
        'src/platform/identity/create-identity.ts',
        ['limiter.receive(announcement, clock().getTime())', 'void announcement'],
        allServers('are refused at the other'),
      ),
    ],
    'and are reported once': [
      inServer(
        'C04-each-server-reports-for-itself',
        'src/platform/identity/refused-proof-store.ts',
        ['return rows[0] ?? first', 'return first'],
        allServers('are reported once'),
      ),
    ],
  },
}

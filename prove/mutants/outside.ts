import { inServer, serverTest, type Promised } from '../mutant.ts'

const anonymous = (name: string) => serverTest('tests/anonymous-requests.test.ts', name)

/** What a person without a credential, and a person who reads the ledger, see from outside. */
export const outside: Promised = {
  subject: 'outside',
  clauses: {
    'No request without a credential is answered with 500': [
      inServer(
        'outside-any-character-in-credentials',
        'src/platform/identity/basic-credentials.ts',
        ['hasControlCharacter(clientId) || hasControlCharacter(secret) ? null', 'clientId === secret ? null'],
        anonymous('with credentials that are none, is answered below 500'),
      ),
      inServer(
        'outside-an-issuer-of-any-text',
        'src/platform/identity/subject-tokens.ts',
        ["&& !claimed.includes('\\0')", ''],
        serverTest('platform/identity/exchange-token.test.ts', 'is of an issuer that no database can store'),
      ),
    ],
    'An offer to upgrade to anything but a WebSocket is ignored': [
      inServer(
        'outside-every-offer-is-taken',
        'src/platform/http/create-http-server.ts',
        ["offer.trim().toLowerCase() === 'websocket'", "offer !== ''"],
        anonymous('to HTTP/2 is ignored'),
      ),
    ],
    'Sums over patients, and files that name many, leave a row': [
      inServer(
        'outside-sums-leave-no-row',
        'src/platform/http/access-rows.ts',
        ['isRead && audit.withoutPatient !== true', 'isRead'],
        serverTest(
          'domains/billing/remittances/tests/mailbox-work-list.test.ts',
          'their text only when one is opened, on the record',
        ),
      ),
    ],
  },
}

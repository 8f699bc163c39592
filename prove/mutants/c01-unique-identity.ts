import { inServer, serverTest, wholeServerTest, type Promised } from '../mutant.ts'

const logins = (name: string) => serverTest('domains/directory/tests/logins.test.ts', name)
const invitations = (name: string) => serverTest('domains/directory/tests/invitations.test.ts', name)
const ledger = wholeServerTest('unique-identity.test.ts', 'every row of the ledger names exactly one person')
const removed = (who: string) => ({
  ...wholeServerTest('unique-identity.test.ts', 'cannot be removed by the server'),
  row: who,
})
const peopleStay = 'src/domains/directory/store/migrations/0250-people-stay.ts'
const clientsStay = 'src/platform/identity/migrations.ts'
const accessRows = 'src/platform/http/access-rows.ts'

export const uniqueIdentity: Promised = {
  subject: 'C01',
  clauses: {
    'Each sign-in of an issuer names one person': [
      inServer(
        'C01-a-sign-in-passes-to-another',
        'src/domains/directory/store/identities.ts',
        [
          "conflict.columns(['organization_id', 'identity_index']).doNothing()",
          "conflict.columns(['organization_id', 'identity_index']).doUpdateSet({ person_id: person.personId })",
        ],
        logins('names one person: no one else can be linked to it'),
      ),
      inServer(
        'C01-subjects-in-any-case',
        'src/domains/directory/store/identities.ts',
        ['JSON.stringify([issuer, subject])', 'JSON.stringify([issuer, subject]).toLowerCase()'],
        serverTest('domains/directory/tests/people.test.ts', 'sign in with one identity each'),
      ),
    ],
    'it is linked only by the person': [
      inServer(
        'C01-a-right-without-accepting-it',
        'src/domains/directory/store/proxies.ts',
        [
          ".where('person_id', '=', personId)\n    .orderBy('id')",
          ".where((is) => is.or([is('person_id', '=', personId), is('person_id', 'is', null)]))\n    .orderBy('id')",
        ],
        logins('of a patient gets no right to act for another without accepting it'),
      ),
      inServer(
        'C01-a-code-for-two',
        'src/domains/directory/workflows/accept-invitation.ts',
        ['person === null || person.personId !== holderId', 'person === null'],
        invitations('is refused once another sign-in has accepted it'),
      ),
    ],
    'every row of the audit names exactly one member, patient, relative, guest or program': [
      inServer(
        'C01-rows-name-a-session',
        accessRows,
        ['actorId: caller.personId,', 'actorId: caller.sessionId,'],
        ledger,
      ),
    ],
    'they are renamed or disabled, and the server can remove none of them, so no id is used again': [
      inServer(
        'C01-guests-can-be-removed',
        'src/domains/visits/store/migrations/0250-guests-stay.ts',
        ['revoke delete on visits.guests', 'revoke truncate on visits.guests'],
        removed('guests'),
      ),
      ...(['members', 'patients', 'proxies'] as const).map((table) =>
        inServer(
          `C01-${table}-can-be-removed`,
          peopleStay,
          [`directory.${table}`, 'directory.covers'],
          removed(table === 'proxies' ? 'family' : table),
        ),
      ),
      inServer(
        'C01-programs-can-be-removed',
        clientsStay,
        ['revoke delete on identity.clients, identity.client_directory', 'revoke delete on identity.client_directory'],
        removed('programs'),
      ),
      inServer(
        'C01-ids-of-programs-become-free',
        clientsStay,
        ['revoke delete on identity.clients, identity.client_directory', 'revoke delete on identity.clients'],
        removed('the owners of the ids of programs'),
      ),
    ],
    'a sign-in can be released': [
      inServer(
        'C01-a-release-keeps-the-sign-in',
        'src/domains/directory/store/identities.ts',
        [
          ".deleteFrom('directory.identities')\n    .where('person_kind', '=', kind)",
          ".deleteFrom('directory.identities')\n    .where('person_kind', '<>', kind)",
        ],
        logins('is released by an administrator or the front desk with a recent sign-in'),
      ),
    ],
  },
}

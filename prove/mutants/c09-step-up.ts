import { inFile, inServer, serverTest, type Mutant, type Promised } from '../mutant.ts'

const grants = 'src/platform/identity/session-grants.ts'
const once = (name: string) => serverTest('platform/identity/strong-sign-in.test.ts', name)

const redirected = serverTest('tests/redirecting-changes.test.ts', 'is refused without a fresh sign-in')
const exchange = (name: string) => serverTest('platform/identity/exchange-token.test.ts', name)
const exactly = serverTest('platform/identity/step-up.test.ts', 'exactly what the page of controls names')
const declared = (method: string, idempotent: boolean, byPerson: boolean): Mutant => {
  const before = `"clientMethod":"${method}","idempotent":${idempotent},"byPerson":${byPerson},"stepUp":`
  return inFile(
    `C09-without-${method.replace('.', '-').toLowerCase()}`,
    'packages/contract/generated/operations.ts',
    [`${before}true`, `${before}false`],
    exactly,
  )
}

export const stepUp: Promised = {
  subject: 'C09',
  clauses: {
    'Authentication of at most five minutes ago is required for signing and co-signing notes, addenda, signing prescriptions, responding to a pharmacy, refunds, changing members, proxies and care teams, inviting and releasing a sign-in':
      [
        inServer(
          'C09-an-old-proof-is-enough',
          'src/platform/http/steps/authorize-permission.ts',
          ['> stepUpSeconds * 1_000', '> stepUpSeconds * 1_000_000'],
          serverTest('platform/http/operation-pipeline.test.ts', 'requires a recent authentication where declared'),
        ),
        declared('notes.sign', true, true),
        declared('notes.cosign', true, true),
        declared('notes.addend', true, true),
        declared('prescriptions.sign', true, true),
        declared('prescriptions.respond', true, false),
        declared('payments.refund', true, false),
        declared('members.update', false, false),
        declared('proxies.create', true, false),
        declared('careTeams.create', true, false),
        declared('members.invite', false, false),
        declared('patients.releaseLogin', false, false),
      ],
    'It confirms the existing session, for the same person only, never with an older or a weaker proof': [
      inServer(
        'C09-another-persons-session',
        grants,
        ['session.caller.kind === person.kind &&\n      session.caller.personId === person.personId', 'true'],
        exchange('refuses another person’s session like one that does not exist'),
      ),
      inServer(
        'C09-an-older-proof',
        grants,
        [
          'authenticatedAt > session.caller.authenticatedAt ? authenticatedAt : session.caller.authenticatedAt',
          'authenticatedAt',
        ],
        exchange('never replaces the authentication time by an older one'),
      ),
      inServer(
        'C09-a-weaker-proof',
        grants,
        ['missingStrength(policy.strongSignIn, session.caller, subject.signIn)', 'null'],
        once('is not confirmed by a weaker one'),
      ),
      inServer(
        'C09-another-session',
        grants,
        ['confirms === null\n          ?', "confirms !== 'never'\n          ?"],
        exchange('confirms that session and creates no other, on the record'),
      ),
    ],
    'A copy of the record, an emergency access and an admission in an emergency need it too': [
      declared('rights.copy', false, false),
      declared('emergencyAccesses.open', true, true),
    ],
    'So do the list for when the system is down, the report of accesses as a document, and a new or changed webhook endpoint':
      [
        declared('downtimeList.export', false, false),
        declared('accesses.reportPdf', false, false),
        declared('webhookEndpoints.add', false, false),
        {
          ...declared('webhookEndpoints.change', false, false),
          tests: [
            exactly,
            serverTest('tests/redirecting-changes.test.ts', 'nor are events sent elsewhere, or to no one'),
          ],
        },
      ],
    'It is needed where a patient was reached and is reached elsewhere, by their record, their preferences or their choice for calls and letters':
      [
        inServer(
          'C09-the-record-is-redirected',
          'src/domains/directory/operations/update-patient.ts',
          ['if (isReachedElsewhere(changed, before)) access.requireStepUp()', ''],
          redirected,
        ),
        inServer(
          'C09-notices-are-redirected',
          'src/domains/messaging/operations/put-preferences.ts',
          ['if (isNotifiedElsewhere({ patient, policy }, body, before)) context.access.requireStepUp()', ''],
          redirected,
        ),
        inServer(
          'C09-calls-and-letters-are-redirected',
          'src/domains/directory/operations/put-contact-choice.ts',
          ['if (isReachedElsewhere(changed, before)) access.requireStepUp()', ''],
          redirected,
        ),
      ],
    'it is needed for opening all charts to all clinicians': [
      inServer(
        'C09-all-charts-are-opened',
        'src/domains/directory/operations/update-organization.ts',
        ["if (body.chartReach === 'organization' &&", "if (body.chartReach === 'assigned' &&"],
        serverTest('tests/redirecting-changes.test.ts', 'needs a fresh sign-in, and closing them again does not'),
      ),
    ],
    'A proof of the person is used once, over all processes and until it expires': [
      inServer(
        'C09-a-proof-begins-two-sessions',
        grants,
        ['if (proof !== null) writes.push(proof)', ''],
        once('begins one session: a second exchange'),
        once('also when it is sent ten times at once'),
      ),
      inServer(
        'C09-a-proof-confirms-twice',
        grants,
        ['if (!(await storeWrites(tx, organizationId, [useProof(subject)]))) throw tokenUsed()', ''],
        once('confirms a session once, and not after it has begun one'),
      ),
      inServer(
        'C09-another-signature-is-another-proof',
        'src/platform/identity/subject-tokens.ts',
        [".update(token.slice(0, token.lastIndexOf('.')))", '.update(token)'],
        once('with another signature over the same words is the same token'),
      ),
      inServer(
        'C09-a-proof-is-forgotten-early',
        'src/platform/identity/jobs/delete-ended-sessions.ts',
        ['and expires_at < ${now} limit', 'limit'],
        once('is remembered until it expires, and then deleted'),
      ),
    ],
    'it says how strong the sign-in has to be': [
      inServer(
        'C09-the-strength-is-not-named',
        'src/platform/identity/sign-in-problems.ts',
        ['...(needed === null ? {} : { signIn: needed }),', ''],
        serverTest('platform/http/operation-pipeline.test.ts', 'requires a recent authentication where declared'),
      ),
    ],
  },
}

import { inServer, serverTest, wholeServerTest, type Promised } from '../mutant.ts'

const visits = (name: string) => serverTest('tests/sensitive-visits.test.ts', name)
const ofMinors = (name: string) => serverTest('tests/visits-of-minors.test.ts', name)
const everyOperation = (row: string, name: string) => ({ ...wholeServerTest('sensitive-visits.test.ts', name), row })
const toProxies = 'shows nothing of it to a proxy without the scope'
const therapy = (name: string) => serverTest('domains/documentation/tests/chart.test.ts', name)
const step = 'src/platform/http/steps/withhold-sensitive.ts'
const register = 'src/platform/sensitive/sensitive-register.ts'
const entities = 'src/platform/sensitive/chart-entities.ts'
const unseen = visits('does not exist for a proxy without the scope')
const nurse = visits('is not in what a nurse reads of the chart')

export const sensitiveCompartments: Promised = {
  subject: 'C45',
  clauses: {
    'Psychotherapy notes are separate: their own table and permission, readable only by their author, in no other document, event or response':
      [
        inServer(
          'C45-a-colleague-reads-the-therapist',
          'src/domains/documentation/store/psychotherapy-notes.ts',
          ["    .where('author_id', '=', personUuidOf(caller))\n    .executeTakeFirst()", '    .executeTakeFirst()'],
          therapy('are read and written only by the person who held the session'),
        ),
      ],
    'A visit about substance use or reproductive health, and what was recorded in it, does not exist for a proxy without the scope for it: in responses and lists, in the sums of a bill, on paper, in a copy of the record, in who saw the record and in live messages':
      [
        inServer('C45-every-proxy-has-the-scope', register, ["scope.includes('sensitive') && from", 'from'], unseen),
        inServer(
          'C45-a-request-may-name-it',
          step,
          ['if (ids.size === 0 || input === null) return', 'if (ids.size >= 0 || input === null) return'],
          unseen,
          everyOperation('getNotePdf', toProxies),
        ),
        inServer(
          'C45-a-list-has-it',
          step,
          ['const kept = withhold(result.body, withholding.ids)', 'const kept = withhold(result.body, new Set())'],
          visits('leaves no gap in a list'),
          everyOperation('listAppointments', toProxies),
        ),
        inServer(
          'C45-only-one-kind-is-sensitive',
          'src/domains/scheduling/kernel/store/sensitive-bookings.ts',
          ["in ('substance-use', 'reproductive-health')", "in ('substance-use')"],
          unseen,
        ),
        inServer(
          'C45-the-balance-counts-it',
          'src/domains/billing/accounts/store/withheld-sums.ts',
          ['account.patientCents - Number(patient)', 'account.patientCents + 0 * Number(patient)'],
          visits('is not in the sums of a bill'),
        ),
        inServer(
          'C45-the-bill-on-paper-has-it',
          'src/domains/billing/accounts/operations/get-statement-pdf.ts',
          ['items.filter(({ visitId }) => !withheld.has(visitId))', 'items'],
          visits('is not in the sums of a bill'),
        ),
        inServer(
          'C45-the-copy-has-it',
          'src/platform/http/create-caller-reads.ts',
          ['withhold(body, access.withheld)', 'withhold(body, new Set())'],
          visits('is in no copy of the record'),
        ),
        inServer(
          'C45-the-log-has-it',
          'src/domains/compliance/operations/list-patient-accesses.ts',
          ['withheld: context.access.withheld', 'withheld: new Set<string>()'],
          visits('is not in who saw the record'),
        ),
        inServer(
          'C45-a-live-message-has-it',
          'src/platform/identity/read-gate.ts',
          ['isPermitted && !ids.some((each) => withheld.has(each))', 'isPermitted && withheld.size >= 0'],
          visits('is not in who saw the record'),
        ),
      ],
    'what was asked about who saw it is withheld with it': [
      inServer(
        'C45-a-question-shows-it',
        register,
        ['for (const id of await questionsAbout(organizationId, patientIds, ids)) ids.add(id)\n', ''],
        visits('is not in what was asked about who saw it'),
      ),
      inServer(
        'C45-a-proxy-asks-about-it',
        'src/domains/compliance/operations/ask-about-access.ts',
        ['{ withheld: context.access.withheld })', '{})'],
        visits('is not in what was asked about who saw it'),
      ),
    ],
    'the place in line of a patient who waits for it is withheld too': [
      inServer(
        'C45-the-line-shows-it',
        'src/domains/scheduling/kernel/store/sensitive-bookings.ts',
        ['waitlistEntryIds: idsOf(true)', 'waitlistEntryIds: []'],
        visits('is not in the line of those who wait for it'),
        ofMinors('is waited for by the minor without a parent'),
        everyOperation('listWaitlist', toProxies),
      ),
    ],
    'a page of a list is filled up, so that its length shows nothing': [
      inServer(
        'C45-a-page-has-a-gap',
        'src/platform/http/steps/read-page.ts',
        ['items.length < wanted) {', 'items.length < wanted && wanted < 0) {'],
        visits('leaves no gap in a list'),
      ),
    ],
    'Of its chart, a member or a program without the permission for it reads nothing, and sees that it takes place': [
      inServer(
        'C45-a-nurse-reads-all',
        register,
        ['isPartOfChart[entity] && permissions', 'false && isPartOfChart[entity] && permissions'],
        nurse,
        everyOperation('getNotePdf', 'shows nothing of its chart to a nurse'),
      ),
      inServer(
        'C45-a-program-reads-as-no-nurse-does',
        register,
        ["kind === 'member' || kind === 'service'", "kind === 'member'"],
        visits('is not in what a program in the role of a nurse reads of the chart'),
      ),
      inServer('C45-a-note-is-no-chart', entities, ['  Note: true,', '  Note: false,'], nurse),
      inServer('C45-a-visit-is-hidden-from-a-nurse', entities, ['\n  Visit: false,', '\n  Visit: true,'], nurse),
    ],
    'A proxy who could not see it does not book it, nor wait for it': [
      inServer(
        'C45-a-proxy-books-what-is-withheld',
        'src/domains/scheduling/bookings/workflows/require-patient-fits.ts',
        ["  if (isWithheldFromOthers(sensitivity)) await directory.actingFor(context, patientId, 'sensitive')\n", ''],
        ofMinors('is not booked by a proxy who could not see it afterwards'),
      ),
      inServer(
        'C45-a-proxy-waits-for-what-is-withheld',
        'src/domains/scheduling/waitlist/operations/join-waitlist.ts',
        [
          "    if (isWithheldFromOthers({ sensitivity, consentedByMinor }))\n      await directory.actingFor(context, patientId, 'sensitive')\n",
          '',
        ],
        visits('is not in the line of those who wait for it'),
      ),
    ],
  },
}

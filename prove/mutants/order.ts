import { inFile, inServer, packageTest, serverTest, type Promised } from '../mutant.ts'

const queue = 'src/domains/visits/model/queue-position.ts'
const inLine = serverTest('domains/visits/model/queue-position.test.ts', 'is the same order for every patient')
const allocate = 'src/domains/billing/accounts/model/allocate.ts'
const refund = (name: string) => serverTest('domains/billing/accounts/model/allocate.test.ts', name)
const note = 'src/domains/documentation/model/verify-note.ts'
const whole = (name: string) => serverTest('domains/documentation/model/verify-note.test.ts', name)
const claimFile = (name: string) => serverTest('vendors/clearinghouse/write-claim-file.test.ts', name)

/** Rules of which comes first. Samples that happen to agree show nothing. */
export const order: Promised = {
  subject: 'order',
  clauses: {
    'Patients are called by the time of their appointment, then by check-in': [
      inServer(
        'order-by-check-in',
        queue,
        ['left.appointmentStart.getTime() - right.appointmentStart.getTime() ||\n', ''],
        inLine,
      ),
      inServer(
        'order-not-by-check-in',
        queue,
        ['left.checkedInAt.getTime() - right.checkedInAt.getTime() ||\n', ''],
        inLine,
      ),
      inServer(
        'order-by-the-latest-appointment',
        queue,
        [
          'left.appointmentStart.getTime() - right.appointmentStart.getTime()',
          'right.appointmentStart.getTime() - left.appointmentStart.getTime()',
        ],
        inLine,
      ),
    ],
    'A refund comes out of the credit, then of the latest visit': [
      inServer(
        'order-refund-from-the-oldest',
        allocate,
        ['.reverse()', ''],
        refund('comes out of the credit first'),
        refund('leaves an older visit paid'),
      ),
      inServer(
        'order-refund-from-the-credit-last',
        allocate,
        [
          'visitId === null),\n    ...paid.filter((each) => each.visitId !== null)',
          'visitId !== null),\n    ...paid.filter((each) => each.visitId === null)',
        ],
        refund('comes out of the credit first'),
      ),
    ],
    'A payment goes to what has been due longest': [
      inServer(
        'order-payment-to-the-latest',
        allocate,
        ['of due) {', 'of due.toReversed()) {'],
        refund('pays what has been due longest'),
      ),
    ],
    'A reminder is withdrawn at check-in until the last one was due': [
      inServer(
        'order-the-first-reminder',
        'src/domains/messaging/reactions/on-appointment-changed-notify-patient.ts',
        ['Math.min(', 'Math.max('],
        serverTest('domains/messaging/tests/notices.test.ts', 'a check-in withdraws the reminder'),
      ),
    ],
    'A reminder of a next visit comes no sooner than the day after it was proposed': [
      inServer(
        'order-a-reminder-at-once',
        'src/domains/follow-up/model/summary.ts',
        ['const at = Math.max(', 'const at = Math.min('],
        serverTest('domains/follow-up/model/summary.test.ts', 'the reminder of a next visit'),
      ),
    ],
    'Signatures of a note follow each other': [
      inServer(
        'order-signatures-in-any-order',
        note,
        [
          'expected !== undefined && attestation.previous !== expected',
          'expected === null && attestation.previous !== expected',
        ],
        whole('does not link to the previous one'),
        whole('is not intact when its versions are renumbered'),
      ),
      inServer(
        'order-something-before-the-first',
        note,
        ['const expected = at === 0 ? null :', 'const expected = at === 0 ? undefined :'],
        whole('its first signature links to an earlier one'),
      ),
    ],
    'Segments of a claim are in the order of the guide': [
      inServer(
        'order-diagnoses-before-numbers',
        'src/vendors/clearinghouse/claim-segments.ts',
        [
          "    ...originalClaim(claim, pointer, fields),\n    segment('HI', ...diagnosisComposites(claim, pointer, fields)),\n",
          "    segment('HI', ...diagnosisComposites(claim, pointer, fields)),\n    ...originalClaim(claim, pointer, fields),\n",
        ],
        claimFile('contains every value of every claim'),
      ),
      inServer(
        'order-a-charge-before-its-line',
        'src/vendors/clearinghouse/claim-segments.ts',
        [
          '...(claim.dependent ? dependentSegments(claim, pointer, hierarchy, fields) : []),\n  ...claimLevelSegments(claim, pointer, fields),',
          '...claimLevelSegments(claim, pointer, fields),\n  ...(claim.dependent ? dependentSegments(claim, pointer, hierarchy, fields) : []),',
        ],
        claimFile('contains every value of every claim'),
      ),
      inFile(
        'order-the-simulated-clearinghouse-takes-any',
        'packages/sandbox/src/clearinghouse/read-claims.ts',
        ["if (!isInOrder(segment)) bad(position, tag, '7')", 'void isInOrder(segment)'],
        claimFile('writes its segments in the order of the guide'),
      ),
      inFile(
        'order-segments-of-a-level-anywhere',
        'packages/sandbox/src/clearinghouse/segment-order.ts',
        [' && (isInside || begins.has(tag))', ''],
        packageTest('sandbox/src/clearinghouse/segment-order.test.ts', 'the order of a claim'),
        claimFile('writes its segments in the order of the guide'),
      ),
    ],
  },
}

import { inServer, serverTest, type Promised } from '../mutant.ts'

const messages = 'src/domains/prescriptions/messages/'
const held = (name: string) => serverTest('domains/prescriptions/messages/tests/held-messages.test.ts', name)
const names = (name: string) => serverTest('platform/names/match-name.test.ts', name)

const coverageResponses = serverTest(
  'domains/billing/coverages/tests/eligibility-responses.property.test.ts',
  'show nothing of another person',
)
const thirdPayer = (name: string) => serverTest('domains/billing/remittances/tests/third-payer.test.ts', name)
const reportsFile = 'tests/hold-reasons/hold-reasons-of-payment-reports.test.ts'
const reported = (row: string) => ({
  ...serverTest(reportsFile, 'it is listed once with what it says, and a person settles it'),
  row,
})
const forwarded = (name: string) => serverTest('domains/billing/remittances/tests/forwarded-claims.test.ts', name)
const corrected = (name: string) => serverTest('domains/billing/coverages/tests/correct-coverage.test.ts', name)
const claimAnswers = serverTest(
  'domains/billing/remittances/tests/status-answers.property.test.ts',
  'are kept once, for their own claim',
)

/** From whom a message of a partner is, for whom, and about what. */
export const partners: Promised = {
  subject: 'partners',
  clauses: {
    'A relative is another person to every partner': [
      inServer(
        'partners-a-twin-of-a-pharmacy',
        `${messages}model/is-same-patient.ts`,
        ['>= sameNameScore', '>= 0'],
        serverTest('domains/prescriptions/messages/model/is-same-patient.test.ts', 'who may be a twin'),
      ),
      inServer(
        'partners-a-son-in-a-result',
        'src/domains/labs/model/same-person.ts',
        ['  reported.birthDate === patient.birthDate && matchName', '  matchName'],
        serverTest('domains/labs/tests/unmatched-results.test.ts', 'never reaches the patient of the order'),
      ),
      inServer(
        'partners-anybody-in-a-payment',
        'src/domains/billing/remittances/model/agrees-with-patient.ts',
        ['>= similarNameScore', '>= 0'],
        serverTest('domains/billing/remittances/model/agrees-with-patient.test.ts', 'is another person'),
      ),
      inServer(
        'partners-the-father',
        'src/platform/names/match-name.ts',
        [
          "if (one.suffix !== '' && other.suffix !== '' && one.suffix !== other.suffix) return 'none'",
          "if (one.suffix === '!') return 'none'",
        ],
        names('the father'),
      ),
    ],
    'A payer is known by its name as systems write it': [
      inServer(
        'partners-an-ampersand-is-nothing',
        'src/platform/names/fold-company-name.ts',
        ["    .replaceAll(/[&+]/gu, ' and ')\n", ''],
        serverTest('domains/billing/remittances/model/origin-fault.test.ts', 'with a word for a sign'),
      ),
    ],
    'A response about coverage is from the payer, for us, and about the person': [
      inServer(
        'partners-anybodys-coverage',
        'src/domains/billing/coverages/model/eligibility-hold-reason.ts',
        ["if (!isAboutPatient(origin, asked, status === 'unknown')) return 'patient-differs'", ''],
        coverageResponses,
      ),
      inServer(
        'partners-any-sender-of-coverage',
        'src/domains/billing/coverages/model/eligibility-hold-reason.ts',
        ["if (!(account.senderIds ?? [account.receiverId]).includes(origin.senderId)) return 'sender-differs'", ''],
        coverageResponses,
      ),
      inServer(
        'partners-covered-and-not',
        'src/domains/billing/coverages/model/eligibility-hold-reason.ts',
        ["return contradicts ? 'contradictory' : null", 'return null'],
        coverageResponses,
      ),
      inServer(
        'partners-the-first-of-several-persons',
        'src/vendors/clearinghouse/read-eligibility-origin.ts',
        ['traces.includes(traceNumber)', 'traces.length > 0'],
        coverageResponses,
      ),
      inServer(
        'partners-an-unusable-response-waits',
        'src/domains/billing/coverages/transmissions/send-eligibility-inquiry.ts',
        ['attempt < attemptsForUsable', 'attempt < 99'],
        serverTest(
          'domains/billing/coverages/tests/eligibility-responses.property.test.ts',
          'has a reason within a minute, when the second one is no better',
        ),
      ),
    ],
    'An answer about a claim is about the question, and shows no one else': [
      inServer(
        'partners-paid-and-denied',
        'src/domains/billing/remittances/model/contradicting-statuses.ts',
        ['return kinds.size > 1', 'return kinds.size > 9'],
        claimAnswers,
      ),
      inServer(
        'partners-the-first-payer-of-a-file',
        'src/vendors/clearinghouse/read-claim-statuses.ts',
        ['above = [...above.filter(({ id }) => id < each.id), each]', 'above = [...above, each]'],
        claimAnswers,
      ),
      inServer(
        'partners-anothers-part-is-kept',
        'src/domains/billing/remittances/model/excerpts-of.ts',
        ['about.get(claimNumber)?.[occurrence]', 'about.get(claimNumber)?.[0]'],
        claimAnswers,
      ),
      inServer(
        'partners-any-sender-of-answers',
        'src/domains/billing/remittances/workflows/receive-acknowledgment.ts',
        [
          "(senderIds.includes(senderId) ? null : 'sender_differs')",
          '(senderIds.length > 0 || senderId ? null : null)',
        ],
        claimAnswers,
      ),
    ],
    'Medicare after another payer is told why, and no one else is': [
      inServer(
        'partners-medicare-without-a-reason',
        'src/domains/billing/coverages/model/medicare-reason.ts',
        [
          'if (isNeeded ? reason !== undefined || isChange : reason === undefined) return',
          'if (!isNeeded || reason !== undefined || isChange) return',
        ],
        serverTest('domains/billing/remittances/tests/medicare-secondary.test.ts', 'is added with the reason'),
      ),
      inServer(
        'partners-medicare-is-not-told',
        'src/domains/billing/remittances/operations/send-to-next-payer.ts',
        ['coverage.medicareSecondaryReason === null)', "coverage.medicareSecondaryReason === 'veterans')"],
        serverTest(
          'domains/billing/remittances/tests/medicare-secondary.test.ts',
          'of a coverage without a reason blocks',
        ),
      ),
      inServer(
        'partners-another-reason',
        'src/domains/billing/coverages/model/medicare-reason.ts',
        ["disability: '43'", "disability: '12'"],
        serverTest(
          'domains/billing/remittances/tests/medicare-secondary.test.ts',
          'receives the claim with the reason',
        ),
      ),
      inServer(
        'partners-a-reason-for-every-payer',
        'src/vendors/clearinghouse/claim-segments.ts',
        ["claim.payer.filingIndicator === 'MB'", "claim.payer.filingIndicator !== 'ZZ'"],
        serverTest(
          'vendors/clearinghouse/grammar/strict-grammar.test.ts',
          'without the reason, and every other claim with one',
        ),
      ),
    ],
    'A claim that was forwarded to another payer than the awaited one, and an unknown decision, are held': [
      inServer(
        'partners-forwarded-anywhere',
        'src/domains/billing/remittances/model/forward-fault.ts',
        ['named.length > 0 && named.every((payer) => payer.id === next.payerId)', 'named.length >= 0'],
        { ...forwarded('it is held, and no money moves'), row: 'a payer that no one knows' },
      ),
      inServer(
        'partners-forwarded-to-a-contradiction',
        'src/domains/billing/remittances/model/forward-fault.ts',
        ['named.every(', 'named.some('],
        { ...forwarded('it is held, and no money moves'), row: 'the awaited name' },
      ),
      inServer(
        'partners-forwarded-and-billed',
        'src/domains/billing/remittances/model/forward-fault.ts',
        ["if (next === null) return 'forwarded-elsewhere'", 'if (next === null) return null'],
        forwarded('the patient is not billed for what another payer has'),
      ),
      inServer(
        'partners-forwarded-by-a-next-payer',
        'src/domains/billing/remittances/workflows/post-next-claim.ts',
        ['answer.patientCents > 0 && !isLast', 'answer.patientCents < 0 && !isLast'],
        forwarded('a next payer that forwards it elsewhere is held too'),
      ),
      inServer(
        'partners-unknown-status-is-paid',
        'src/vendors/clearinghouse/read-remittance.ts',
        ['statuses[code] : undefined', "statuses[code] : 'processed-primary'"],
        {
          ...serverTest(
            'domains/billing/remittances/tests/gate.test.ts',
            'is held for its claim, with a reason and an action',
          ),
          row: 'a status that is not known',
        },
      ),
    ],
    'A report of the payment processor that does not fit is held, and moves no money': [
      inServer(
        'partners-payment-of-any-amount',
        'src/domains/billing/accounts/model/report-fault.ts',
        ['checkout.amountCents === payment.amountCents && ', ''],
        reported('payment_differs'),
      ),
      inServer(
        'partners-foreign-money-is-dropped',
        'src/domains/billing/accounts/model/report-fault.ts',
        ["if (payment === null) return 'payment_unknown'", 'if (payment === null) return null'],
        reported('payment_unknown'),
      ),
      inServer(
        'partners-foreign-refunds-are-dropped',
        'src/domains/billing/accounts/model/report-fault.ts',
        ["if (payment === null) return 'refund_unknown'", 'if (payment === null) return null'],
        reported('refund_unknown'),
      ),
      inServer(
        'partners-disputes-are-dropped',
        'src/vendors/payments/stripe/read-webhook.ts',
        ['silentTypes.test(type) ?', "type !== '' ?"],
        reported('report_unknown'),
      ),
      inServer(
        'partners-what-cannot-be-read-is-refused',
        'src/vendors/payments/stripe/read-webhook.ts',
        ["return { id, at, kind: 'report_unreadable' }", 'throw error'],
        reported('report_unreadable'),
      ),
      inServer(
        'partners-a-refund-of-any-amount',
        'src/domains/billing/accounts/model/report-fault.ts',
        ['return asked.amountCents === amountCents ?', 'return asked.amountCents !== 0 ?'],
        serverTest(reportsFile, 'a refund of another amount than was asked for'),
      ),
      inServer(
        'partners-a-lost-report-of-any-amount',
        'src/domains/billing/accounts/jobs/reconcile-payments.ts',
        [
          'update && faultOfCheckout(update, payment)',
          'update && faultOfCheckout({ ...update, amountCents: payment.amountCents }, payment)',
        ],
        serverTest(reportsFile, 'is held too if its report was lost'),
      ),
    ],
    'A third payer answers in its turn, to a claim with what both payers before decided': [
      inServer(
        'partners-out-of-turn',
        'src/domains/billing/remittances/workflows/post-next-claim.ts',
        ["  if (posting.nextCoverageId !== facts.coverageId) return 'payer-not-awaited'\n", ''],
        thirdPayer('whose answer comes after that of the second was undone'),
      ),
      inServer(
        'partners-any-place',
        'src/domains/billing/remittances/model/answer-of-next-payer.ts',
        ['placesOf[answered]?.includes(statusCode) !== true', "statusCode === '1'"],
        thirdPayer('is answered by that payer only, in its turn'),
      ),
      inServer(
        'partners-billed-before-the-last',
        'src/domains/billing/remittances/workflows/post-next-claim.ts',
        ['const following = answer.patientCents === 0 ?', 'const following = answers.length > 0 ?'],
        thirdPayer('repeats what both payers before decided'),
        serverTest('domains/billing/remittances/tests/three-payers.property.test.ts', 'keep every balance'),
      ),
      inServer(
        'partners-the-second-decision-is-left-out',
        'src/domains/billing/remittances/operations/send-to-next-payer.ts',
        [
          '        ...laterDecisions(posting.answers, decisions),\n',
          '        ...laterDecisions(posting.answers, decisions).slice(1),\n',
        ],
        thirdPayer('repeats what both payers before decided'),
      ),
      inServer(
        'partners-reasons-are-invented',
        'src/domains/billing/remittances/operations/send-to-next-payer.ts',
        [
          '    if (!stored) throw claimBlocked([answeredByHand])\n    return priorDecisionOf(stored.sent, stored.decision)\n',
          '    return stored ? priorDecisionOf(stored.sent, stored.decision) : []\n',
        ],
        serverTest(
          'domains/billing/remittances/tests/next-payer.test.ts',
          'waits for the third after the second; without the reasons of the second',
        ),
      ),
      inServer(
        'partners-first-and-second-are-mixed-up',
        'src/vendors/clearinghouse/prior-decision-segments.ts',
        ["payerOrders[at] ?? ''", "payerOrders[0] ?? ''"],
        serverTest('vendors/clearinghouse/grammar/strict-grammar.test.ts', 'accepts every 837P'),
      ),
      inServer(
        'partners-two-payers-with-one-id',
        'src/vendors/clearinghouse/prior-decision-segments.ts',
        ['payer.id === prior.payer.id) < at', 'payer.id === prior.payer.id) < 0'],
        serverTest('vendors/clearinghouse/grammar/strict-grammar.test.ts', 'whose earlier payers are mixed up'),
      ),
      inServer(
        'partners-medicare-as-third-payer',
        'src/vendors/clearinghouse/prior-decision-segments.ts',
        ["priors.length > 1 && claim.payer.filingIndicator === 'MB'", 'priors.length > 2'],
        serverTest('vendors/clearinghouse/grammar/strict-grammar.test.ts', 'whose earlier payers are mixed up'),
      ),
      inServer(
        'partners-medicare-as-third-payer-from-the-desk',
        'src/domains/billing/remittances/operations/send-to-next-payer.ts',
        ["posting.answers.length > 0 && awaited.filingIndicator === 'MB'", 'posting.answers.length > 9'],
        thirdPayer('is not sent from here to Medicare'),
      ),
      inServer(
        'partners-a-late-third-coverage',
        'src/domains/billing/remittances/model/balance-with-coverages.ts',
        [
          '  if (!isHeld && next === null) return null\n',
          '  if (!isHeld && (next === null || answers.length > 0)) return null\n',
        ],
        thirdPayer('is awaited when the coverage is added after the second has answered'),
      ),
      inServer(
        'partners-answers-are-lost-with-a-void',
        'src/domains/billing/remittances/workflows/void-original.ts',
        ['    ...reversed(withdrawnAnswers(decision)),\n', ''],
        serverTest('domains/billing/claims/tests/voids.test.ts', 'after two other payers have answered'),
      ),
      inServer(
        'partners-another-payer-on-the-bill',
        'src/domains/billing/accounts/store/awaited-payers.ts',
        ['then claim.payer_id else coverage.payer_id end', 'then claim.payer_id else claim.payer_id end'],
        thirdPayer('repeats what both payers before decided'),
        thirdPayer('is named on the printed bill'),
      ),
    ],
    'A decision that is restored after a refused void keeps the claim that is in flight about it': [
      inServer(
        'partners-a-claim-in-flight-is-forgotten',
        'src/domains/billing/remittances/workflows/void-original.ts',
        [
          'batch.restore(decision.id)',
          'batch.post({ ...decision, id: batch.context.newId(), isReversed: false, reversedBy: null })',
        ],
        serverTest('domains/billing/claims/tests/voids.test.ts', 'is restored with the claim to the next payer'),
      ),
    ],
    'A payer that forwards the claim answers as one that does not, and it is not sent again without a person’s word': [
      inServer(
        'partners-forwarded-is-held',
        'src/domains/billing/remittances/model/answer-of-next-payer.ts',
        ["  ['2', '20'],\n  ['3', '21'],\n", "  ['2'],\n  ['3'],\n"],
        serverTest('domains/billing/remittances/tests/forwarded-claims.test.ts', 'posts like any other'),
      ),
      inServer(
        'partners-forwarded-in-any-place',
        'src/domains/billing/remittances/model/answer-of-next-payer.ts',
        ["  ['2', '20'],\n  ['3', '21'],\n", "  ['2', '20', '21'],\n  ['3', '20', '21'],\n"],
        serverTest('domains/billing/remittances/tests/forwarded-claims.test.ts', 'in the place of another payer'),
      ),
      inServer(
        'partners-forwarded-and-sent',
        'src/domains/billing/remittances/operations/send-to-next-payer.ts',
        ['isForwarded && body.sendForwarded !== true', 'isForwarded && body.sendForwarded === false'],
        serverTest('domains/billing/remittances/tests/forwarded-claims.test.ts', 'by the first payer'),
        serverTest('domains/billing/remittances/tests/forwarded-claims.test.ts', 'posts like any other'),
      ),
    ],
    'The payer is asked again however a coverage was changed': [
      inServer(
        'partners-the-old-answer-stays',
        'src/domains/billing/coverages/workflows/store-correction.ts',
        ['asksAnotherQuestion(before, after) ? gatherInquiry(ports, context, before.patientId) : null', 'null'],
        corrected('of which only the name on the card is changed'),
        corrected('has what the card says, and the payer is asked again'),
      ),
      inServer(
        'partners-asked-for-every-change',
        'src/domains/billing/coverages/workflows/store-correction.ts',
        [
          'asksAnotherQuestion(before, after) ? gatherInquiry(ports, context, before.patientId) : null',
          'await gatherInquiry(ports, context, before.patientId)',
        ],
        corrected('of which only the name on the card is changed'),
      ),
    ],
    'START from a shared number restores only those who have consented': [
      inServer(
        'partners-the-word-of-one-for-all',
        'src/domains/messaging/model/words-of-number.ts',
        ["word === 'start' && isShared", "word === 'start' && isShared && false"],
        serverTest('domains/messaging/tests/shared-numbers.test.ts', 'STOP stops texts for all who use the number'),
      ),
      inServer(
        'partners-a-number-of-ones-own-is-shared',
        'src/domains/messaging/store/preferences.ts',
        [' and patient_id <> ${patientId}::uuid', ''],
        serverTest('domains/messaging/tests/shared-numbers.test.ts', 'is that patient’s own word'),
      ),
    ],
    'A START that is late undoes no STOP': [
      inServer(
        'partners-the-last-word-to-arrive',
        'src/domains/messaging/store/preferences.ts',
        [
          `
    where excluded.at > stopped_numbers.at
      or (excluded.at = stopped_numbers.at and excluded.stopped and not stopped_numbers.stopped)`,
          '',
        ],
        serverTest('domains/messaging/tests/words-of-numbers.property.test.ts', 'a START that is delivered again'),
      ),
      inServer(
        'partners-a-clock-that-is-ahead',
        'src/domains/messaging/operations/receive-sms-webhook.ts',
        ['report.at > context.now ? context.now : report.at', 'report.at'],
        serverTest('domains/messaging/tests/words-of-numbers.property.test.ts', 'a clock that is ahead'),
      ),
      inServer(
        'partners-another-number-of-the-account',
        'src/vendors/notifications/telnyx/read-webhook.ts',
        ['if (!isTo(payload, ours))', 'if (!isTo(payload, ours) && false)'],
        serverTest('vendors/notifications/telnyx/telnyx-provider.test.ts', 'is not for us'),
      ),
    ],
    'A message of a pharmacy that does not fit is applied only as a person says': [
      inServer(
        'partners-what-is-unclear-is-applied',
        `${messages}model/held-message.ts`,
        ["reason !== 'unexpected-type' &&", ''],
        { ...held('it is applied to the prescription that a person chooses, or never'), row: 'unexpected-type' },
      ),
      inServer(
        'partners-no-one-compares',
        `${messages}operations/apply-held-pharmacy-message.ts`,
        ['if (differs !== null && !isConfirmed)', 'if (differs !== null && isConfirmed)'],
        { ...held('it is applied to the prescription that a person chooses, or never'), row: 'another-patient' },
      ),
      inServer(
        'partners-decided-twice',
        `${messages}store/held-messages.ts`,
        [
          "  set: `state = 'resolved', resolution = $2::text, resolved_by = $3::uuid, resolved_at = $4::timestamptz`,\n  where: `id = $1::uuid and state = 'parked'`,",
          "  set: `state = 'resolved', resolution = $2::text, resolved_by = $3::uuid, resolved_at = $4::timestamptz`,\n  where: `id = $1::uuid`,",
        ],
        held('two persons who decide at once make one decision'),
      ),
    ],
    'Two records are linked with a reason, after a recent sign-in': [
      inServer(
        'partners-linked-without-a-reason',
        'src/domains/directory/operations/link-patient.ts',
        ['if (reason === undefined)', 'if (reason === null)'],
        serverTest('domains/directory/tests/replaced-records.test.ts', 'is not replaced without a reason'),
      ),
    ],
    'Staff say who told them what a patient says about themselves': [
      inServer(
        'partners-no-one-told',
        'src/domains/directory/model/background.ts',
        ['  return toldBy === undefined\n', "  return recordedBy !== 'staff' || toldBy === null\n"],
        serverTest('domains/directory/tests/backgrounds.test.ts', 'is refused from staff who name no source'),
      ),
    ],
    'The task about a prescription ends with the call': [
      inServer(
        'partners-a-call-ends-no-task',
        'src/domains/prescriptions/prescribing/operations/record-pharmacy-call.ts',
        ['prescriptionChanged(after, { pharmacyCalled: true })', 'prescriptionChanged(after)'],
        serverTest(
          'domains/follow-up/tests/pharmacy-tasks.test.ts',
          'ends when the call to the pharmacy is written down',
        ),
      ),
    ],
    'A telephone number is read in its order in every language': [
      inServer(
        'partners-numbers-are-reversed',
        'src/platform/documents/lay-out-text.ts',
        ['    range.fill(Math.max(...range))\n', ''],
        serverTest('platform/documents/write-pdf.test.ts', 'from left to right between Arabic words'),
      ),
    ],
  },
}

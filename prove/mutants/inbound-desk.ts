import { elementTest, inFile, inServer, serverTest, type Promised } from '../mutant.ts'

const messaging = 'src/domains/messaging/'
const textsFile = 'tests/hold-reasons/hold-reasons-of-texts.test.ts'
const text = (name: string) => serverTest(textsFile, name)
const textHeld = (row: string) => ({
  ...text('it is listed once with its reason, and a person settles it'),
  row: `${row}:`,
})
const video = (name: string) => serverTest('tests/hold-reasons/hold-reasons-of-video-reports.test.ts', name)
const payments = (name: string) => serverTest('tests/hold-reasons/hold-reasons-of-payment-reports.test.ts', name)

/** What partners and people send, and nothing here was made of: it is kept, and a person decides. */
export const inboundDesk: Promised = {
  subject: 'inbound',
  clauses: {
    'What people text to the number of notices waits for a person, with its reason': [
      inServer(
        'inbound-words-are-dropped',
        `${messaging}operations/receive-sms-webhook.ts`,
        [
          "return forPerson('text', reasonOfText(patientIds), { urgent, patientId, numberIndex: index })",
          'return nothing',
        ],
        textHeld('written'),
      ),
      inServer(
        'inbound-one-of-several',
        `${messaging}model/partner-message.ts`,
        ["patientIds.length === 1 ? 'written'", "patientIds.length >= 1 ? 'written'"],
        textHeld('shared-number'),
      ),
      inServer(
        'inbound-another-number-is-ours',
        'src/vendors/notifications/telnyx/read-webhook.ts',
        ["if (!isTo(payload, ours)) return held('another-number', 'text')", ''],
        textHeld('another-number'),
      ),
    ],
    'A text with a word of an emergency is the first of the list': [
      inServer(
        'inbound-first-come-first-served',
        `${messaging}store/partner-messages.ts`,
        [".orderBy('urgent', 'desc')", ''],
        text('one with a word of an emergency is the first'),
      ),
      inServer(
        'inbound-english-only',
        `${messaging}model/has-emergency-words.ts`,
        ['word.test(folded) || word.test(whole)', 'word.test(folded)'],
        text('one with a word of an emergency is the first'),
      ),
      inFile(
        'inbound-an-emergency-in-a-list',
        'packages/elements/src/partner-messages/partner-messages-part.ts',
        ['            urgent ? html', '            !urgent ? html'],
        elementTest('src/partner-messages/every-partner-reason.test.ts', 'says so before it is opened'),
      ),
    ],
    'A patient who wrote learns once a day that care is not given there, as of any other notice': [
      inServer(
        'inbound-a-reply-to-each',
        `${messaging}reactions/on-partner-message-held-notify-patient.ts`,
        ['${context.now.toISOString().slice(0, 10)}', '${data.messageId}'],
        text('the patient learns once that it is not read for care'),
      ),
      inServer(
        'inbound-a-reply-in-the-morning',
        `${messaging}reactions/on-partner-message-held-notify-patient.ts`,
        ['usefulForMinutes = 60', 'usefulForMinutes = 6_000'],
        text('nothing is replied to a number that said STOP, nor at night'),
      ),
    ],
    'A report of the SMS vendor that is not known, or that contradicts what is known, waits too': [
      inServer(
        'inbound-an-unknown-state-is-none',
        'src/vendors/notifications/telnyx/read-webhook.ts',
        [
          "return held('unknown-code', 'report')\n  const errors",
          "return { kind: 'progress', vendorId }\n  const errors",
        ],
        textHeld('unknown-code'),
      ),
      inServer(
        'inbound-delivered-and-failed',
        `${messaging}workflows/keep-report.ts`,
        ["status === 'delivered' && outcome.status === 'failed'", "status === 'queued'"],
        textHeld('contradictory'),
      ),
      inServer(
        'inbound-an-id-for-two',
        `${messaging}operations/receive-sms-webhook.ts`,
        ["if (before !== 'other') return { received, loaded }", 'if (before !== null) return { received, loaded }'],
        text('another text under a used id is held'),
      ),
    ],
    'One report is one entry, and two persons make one decision': [
      inServer(
        'inbound-attempts-are-reports',
        'src/vendors/notifications/telnyx/read-webhook.ts',
        ['isEvent ? JSON.stringify(envelope.data) : rawBody', 'rawBody'],
        serverTest('vendors/notifications/telnyx/telnyx-provider.test.ts', 'has the same fingerprint'),
      ),
      inServer(
        'inbound-decided-twice',
        `${messaging}store/partner-messages.ts`,
        ["where: `id = $1::uuid and state = 'held'`", 'where: `id = $1::uuid`'],
        text('two persons who decide at once make one decision'),
      ),
    ],
    'A report about a room or a seat that is not known waits; one of another organization here is left to that one': [
      inServer(
        'inbound-a-room-of-no-one',
        'src/domains/visits/model/held-report.ts',
        ["return { reason: 'unknown-room', subject: room }", 'return null'],
        { ...serverTest('domains/visits/model/held-report.test.ts', 'is held as'), row: 'a room that no one here has' },
        { ...video('it is listed once with what it says'), row: 'unknown-room' },
      ),
      inServer(
        'inbound-rooms-of-others',
        'src/domains/visits/model/held-report.ts',
        ['if (roomsElsewhere.has(room)) return null\n', ''],
        video('a room of another organization here is at no desk'),
      ),
      inServer(
        'inbound-a-seat-in-another-room',
        'src/domains/visits/model/held-report.ts',
        ['seat.vendorRoomId === room ? null', 'seat.vendorRoomId !== null ? null'],
        { ...video('it is listed once with what it says'), row: 'contradictory' },
      ),
      inServer(
        'inbound-unknown-kinds-of-rooms',
        'src/vendors/video/daily/read-webhook.ts',
        ["if (!type) return unusable('unknown-code')", 'if (!type) return []'],
        { ...video('it is listed once with what it says'), row: 'unknown-code' },
      ),
    ],
    'A number that is only in the record names candidates, and no patient': [
      inServer(
        'inbound-numbers-without-candidates',
        `${messaging}operations/get-held-partner-message.ts`,
        ['return directory.patientIdsByPhone(context, written.from, mostOfNumber)', 'return []'],
        text('from a number that is only in the record'),
      ),
    ],
    'The desk is read page by page': [
      inServer(
        'inbound-pages-that-begin-again',
        `${messaging}store/partner-messages.ts`,
        ['(not urgent, id) > (', '(not urgent, id) >= ('],
        text('the list is read page by page'),
      ),
      inFile(
        'inbound-one-page-for-ever',
        'packages/elements/src/partner-messages/partner-messages-part.ts',
        ['page >= pages', 'page >= 1'],
        elementTest('src/partner-messages/every-partner-reason.test.ts', 'more than a page is shown page by page'),
      ),
    ],
    'A report about a payment is with the organization that has it, if several share the account': [
      inServer(
        'inbound-the-address-decides',
        'src/domains/billing/accounts/operations/receive-payment-webhook.ts',
        ['(await findOwner(context.db, payments.together, report)) ?? ofAddress', 'ofAddress'],
        payments('of another organization that shares the account'),
      ),
    ],
    'A refund that is reported before its payment is posted once when that arrives': [
      inServer(
        'inbound-early-refunds-wait',
        'src/domains/billing/accounts/jobs/reconcile-payments.ts',
        ['if (early.has(organizationId)) await postEarlyRefunds(processor, organizationId, now)\n', '\n'],
        payments('a refund that is reported before its payment is posted once'),
        serverTest('domains/billing/accounts/tests/reports.property.test.ts', 'count what was paid once'),
      ),
    ],
    'What a laboratory answers and what the payment processor reports is kept as it came': [
      inServer(
        'inbound-responses-are-not-kept',
        'src/domains/labs/workflows/conclude-order.ts',
        ['[insertMessage({ ...received(), patientId, resultIds: [] }, bytes)]', '[]'],
        serverTest('domains/labs/tests/kept-messages.test.ts', 'in response to an order or a cancellation'),
      ),
      inServer(
        'inbound-held-responses-without-bytes',
        'src/domains/labs/workflows/conclude-order.ts',
        [
          '    ...held.map(({ id: unmatchedId }) => insertUnmatchedMessage({ ...received(), unmatchedId }, bytes)),\n',
          '',
        ],
        serverTest('domains/labs/tests/responses-that-do-not-fit.test.ts', 'a number of another order is held'),
      ),
      inServer(
        'inbound-reports-of-payments-are-not-kept',
        'src/domains/billing/accounts/store/payments.ts',
        ['value: { text: report.text } },', "value: { text: '{}' } },"],
        payments('one that counts is kept as it came'),
      ),
    ],
  },
}

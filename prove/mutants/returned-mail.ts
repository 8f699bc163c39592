import { inServer, serverTest, type Promised } from '../mutant.ts'

const messaging = 'src/domains/messaging/'
const listed = 'it is listed once with its reason, and a person settles it'
const textHeld = (row: string) => ({
  ...serverTest('tests/hold-reasons/hold-reasons-of-texts.test.ts', listed),
  row: `${row}:`,
})
const mail = (name: string) => serverTest('tests/hold-reasons/hold-reasons-of-mail.test.ts', name)
const returned = (name: string) => serverTest('vendors/notifications/smtp/returned-mail.test.ts', name)

/** Mail that comes back, and every other report about a notice: it is about the right one, it is kept, and a person decides. */
export const returnedMail: Promised = {
  subject: 'mail',
  clauses: {
    'A notice that does not arrive is shown as failed, and one question for each patient and channel waits for a person':
      [
        inServer(
          'mail-a-bounce-is-no-question',
          `${messaging}workflows/keep-report.ts`,
          ["if (status === 'delivered' || isHeld)", 'if (status !== null)'],
          { ...mail(listed), row: 'undelivered:' },
          textHeld('undelivered'),
        ),
        inServer(
          'mail-a-refusal-is-no-question',
          `${messaging}transmissions/send-notice.ts`,
          ['    const held = await holdFailure(context, sent, result.code)\n', '    const held = {}\n'],
          mail('so is one that the mail system or the carrier refused at once'),
        ),
        inServer(
          'mail-a-question-for-each-notice',
          `${messaging}store/partner-messages.ts`,
          [".where('reason', '=', 'undelivered')", ".where('reason', '=', 'written')"],
          mail('one question for each patient and channel waits at a time'),
        ),
        inServer(
          'mail-a-complaint-is-a-failure',
          `${messaging}operations/receive-mail-webhook.ts`,
          ["forPerson('mail-report', 'complaint', about)", "{ concerns: 'progress', kind: 'mail-report', delivery }"],
          { ...mail(listed), row: 'complaint:' },
        ),
      ],
    'Mail that comes back is about the notice whose id it names, and never about an address': [
      inServer(
        'mail-ids-of-other-domains',
        'src/vendors/notifications/smtp/read-returned-mail.ts',
        ['at.toLowerCase() === domain.toLowerCase()', "at !== ''"],
        returned('is about none of ours, whatever address it names'),
      ),
      inServer(
        'mail-the-first-of-two-ids',
        'src/vendors/notifications/smtp/read-returned-mail.ts',
        ['if (ids.size > 1 || statuses', 'if (statuses'],
        returned('names our message by the id of its envelope'),
      ),
      inServer(
        'mail-bounces-here-of-another-organization',
        `${messaging}operations/receive-mail-webhook.ts`,
        ["[notice?.organizationId ?? '', ofAddress]", '[ofAddress]'],
        mail('about a notice of another organization here is with that one'),
      ),
    ],
    'A delivery status that contradicts itself or what is known waits': [
      inServer(
        'mail-any-class-of-status',
        'src/vendors/notifications/smtp/read-delivery-status.ts',
        [
          "classes.includes(statusClass) ? { kind, code: `mail-${code}` } : 'contradictory'",
          '{ kind, code: `mail-${code}` }',
        ],
        returned('is for a person'),
      ),
      inServer(
        'mail-the-first-of-two-recipients',
        'src/vendors/notifications/smtp/read-delivery-status.ts',
        ['outcomes.some(({ kind }) => kind !== outcome.kind)', 'outcomes.length === 0'],
        returned('is for a person'),
      ),
    ],
    'Mail that no one signed, or signed long ago, is refused': [
      inServer(
        'mail-any-signature',
        'src/vendors/notifications/webhooks/verify-webhook.ts',
        ["if (!isSigned) throw signatureInvalid('signature does not match')", ''],
        returned('unsigned, changed, forged or old is refused'),
      ),
      inServer(
        'mail-signatures-for-ever',
        'src/vendors/notifications/webhooks/verify-webhook.ts',
        ['<= tolerance', '<= Infinity'],
        returned('unsigned, changed, forged or old is refused'),
      ),
    ],
    'Each report and each mail is stored as it came, with its notice and what was made of it': [
      inServer(
        'mail-states-are-not-kept',
        `${messaging}workflows/keep-report.ts`,
        [
          "return { writes: [applied(received, loaded.kind, 'progress', context, loaded)], answer }",
          'return { answer }',
        ],
        mail('each report of the carrier is stored'),
        mail('an automatic reply is stored with its notice'),
      ),
    ],
    'What is about nothing here comes to the desk, twenty of one sender at a time; none is deleted before': [
      inServer(
        'mail-a-desk-that-is-flooded',
        `${messaging}workflows/keep-report.ts`,
        ['< mostUnknown ? held', '>= 0 ? held'],
        mail('of what is unknown twenty are at the desk'),
      ),
      inServer(
        'mail-orphans-are-deleted',
        `${messaging}jobs/show-waiting-messages.ts`,
        ['if (left > 0) await show', 'if (left > 1_000) await show'],
        textHeld('unknown-message'),
        mail('of what is unknown twenty are at the desk'),
      ),
      inServer(
        'mail-orphans-at-once',
        `${messaging}operations/receive-sms-webhook.ts`,
        ["{ ...forPerson('text-report', 'unknown-message'), dueAt }", "forPerson('text-report', 'unknown-message')"],
        textHeld('unknown-message'),
      ),
    ],
  },
}

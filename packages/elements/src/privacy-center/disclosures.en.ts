import type { AccountedDisclosure } from '@visitkit/sdk'
import type { CodeWords, Messages } from '../core/message-types.ts'
import type { ProblemWords } from '../core/problem-words.ts'

/** The client methods that this page calls. A test compares them with the source. */
type Calls = 'disclosures.accounting' | 'disclosures.accountingPdf'

/** To whom the patient's information was sent. */
export const disclosuresEn = {
  intro:
    'The law asks us to count each time that we send out facts about you for other reasons than your care, your bills or our daily work. You may see this list at any time. It is free.',
  loading: 'Loading the list',
  when: 'When',
  when_1: 'Last year',
  when_3: 'Last 3 years',
  when_6: 'Last 6 years',
  everything: 'Show all that we sent out, also what the law does not count',
  none: 'Nothing was sent that the law counts',
  noneText: 'Tick the box to see what we sent for your care, your bills and to you.',
  noneAtAll: 'Nothing was sent in this time',
  once: '{date}',
  times: { one: '{count} time, on {last}', other: '{count} times, from {first} to {last}' },
  what: 'What: {what}',
  why: 'Why: {why}',
  whyNotCounted: 'Not counted by law: {why}',
  unconfirmed: { one: '{count} may not have arrived.', other: '{count} may not have arrived.' },
  pdf: 'Get the list as a PDF',
  pdfMade: 'The list is in your downloads.',
  fileName: 'disclosures',
  recipient_laboratory: 'A laboratory',
  recipient_pharmacy: 'A pharmacy',
  recipient_payer: 'Your insurance',
  'recipient_payment-processor': 'A firm that takes payments',
  'recipient_connected-system': 'A computer system that we work with',
  recipient_patient: 'You, or a person who acts for you',
  recipient_staff: 'A member of our staff',
  recipient_named: 'A person or office',
  recipient_unlisted: 'Not on record',
  'content_lab-order': 'an order of lab tests',
  content_prescription: 'a prescription, or an answer to your pharmacy',
  content_claim: 'a bill to your insurance, or a question about it',
  content_coverage: 'a check of your insurance',
  content_payment: 'a payment',
  content_update: 'that something changed, and no more',
  content_notice: 'an email or a text message',
  'content_record-copy': 'a copy of your record',
  content_appointment: 'an appointment',
  content_unlisted: 'not on record',
  'purpose_required-by-law': 'a law asks for it',
  'purpose_public-health': 'public health',
  'purpose_abuse-or-neglect': 'a report of abuse or neglect',
  'purpose_health-oversight': 'an office that checks health care',
  purpose_court: 'a court or a hearing',
  'purpose_law-enforcement': 'the police, or a crime case',
  purpose_coroner: 'a coroner or a funeral home',
  'purpose_organ-donation': 'a gift of organs',
  purpose_research: 'research',
  'purpose_serious-threat': 'to stop serious harm',
  purpose_government: 'a task of the government',
  'purpose_workers-compensation': 'you were hurt at work',
  'purpose_not-allowed': 'it was not allowed, or went to the wrong person',
  purpose_treatment: 'your care',
  purpose_payment: 'your bills',
  purpose_operations: 'our daily work',
  'purpose_to-patient': 'it was sent to you',
  purpose_authorization: 'you agreed to it',
  'purpose_involved-in-care': 'the person helps with your care',
  'purpose_national-security': 'national security',
  purpose_custody: 'you were in custody',
  'purpose_limited-data-set': 'it had no names',
  purpose_unlisted: 'not on record',
  problem_period_refused: ['The list covers at most 6 years', 'Nothing was changed.', 'Choose a shorter time.'],
} as const satisfies Messages &
  ProblemWords<Calls> &
  CodeWords<'recipient', AccountedDisclosure['recipientKind']> &
  CodeWords<'content', NonNullable<AccountedDisclosure['content']>> &
  CodeWords<'purpose', AccountedDisclosure['purpose']>

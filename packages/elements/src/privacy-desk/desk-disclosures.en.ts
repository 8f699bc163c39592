import type { Disclosure } from '@visitkit/sdk'
import type { CodeWords, Messages } from '../core/message-types.ts'
import type { ProblemWords } from '../core/problem-words.ts'

/** The client methods that this part calls. A test compares them with the source. */
type Calls =
  | 'disclosures.accountingPdf'
  | 'disclosures.correct'
  | 'disclosures.list'
  | 'disclosures.record'
  | 'disclosures.suspend'
  | 'patients.search'

/** Disclosures that staff record by hand. */
export const deskDisclosuresEn = {
  heading: 'Disclosures',
  hint: 'What left the clinic by telephone, on paper or to a court. The server records what it sends by itself.',
  loading: 'Loading the disclosures',
  patient: 'Patient',
  another: 'Choose another patient',
  pdf: 'Save the patient’s list as a PDF',
  pdfMade: 'The list is in your downloads.',
  fileName: 'disclosures',
  empty: 'Nothing was recorded by hand',
  emptyText: 'Record each disclosure that the server did not make.',
  more: 'Show more',
  record: 'Record a disclosure',
  recorded: 'Recorded.',
  correct: 'Correct',
  correctName: 'Correct: {name}',
  corrected: 'Corrected. What it said before stays.',
  suspend: 'Hold back',
  suspendName: 'Hold back: {name}',
  suspended: 'Held back.',
  save: 'Save',
  leave: 'Cancel',
  on: 'Day of the disclosure',
  onMissing: 'Choose the day.',
  purpose: 'Purpose',
  purposeMissing: 'Choose the purpose.',
  counted: 'Counted in the patient’s list',
  notCounted: 'Not counted',
  name: 'To whom',
  nameMissing: 'Write the name of the person or the office.',
  address: 'Address, if it is known',
  what: 'What was disclosed, in brief',
  whatMissing: 'Write what was disclosed.',
  inError: 'It never happened, or it belongs to another patient',
  reason: 'Why it is corrected',
  reasonMissing: 'Write why it is corrected.',
  holdBack: 'The agency asked in law that the patient does not learn of it yet (45 CFR 164.528(a)(2))',
  until: 'Last day on which it is held back',
  untilMissing: 'Choose the last day.',
  statement: 'How the agency asked',
  statement_written: 'In writing: for the time that the statement names',
  statement_oral: 'Only said: for at most 30 days',
  official: 'Which agency or official asked',
  officialMissing: 'Write who asked for it.',
  heldUntil: 'Held back until {date}',
  heldBecause: 'Asked by {official}, {how}. Recorded by {name} on {date}.',
  how_written: 'in writing',
  how_oral: 'by word of mouth',
  isInError: 'Recorded in error',
  formerColleague: 'a colleague who worked here',
  recordedBy: 'Recorded by {name} on {date}',
  before: { one: 'What it said before ({count})', other: 'What it said before ({count})' },
  changedBy: '{name} on {date}: {reason}',
  'purpose_required-by-law': 'Required by law',
  'purpose_public-health': 'Public health',
  'purpose_abuse-or-neglect': 'Abuse, neglect or domestic violence',
  'purpose_health-oversight': 'Health oversight agency',
  purpose_court: 'Court or administrative proceeding',
  'purpose_law-enforcement': 'Law enforcement',
  purpose_coroner: 'Coroner, medical examiner or funeral director',
  'purpose_organ-donation': 'Organ, eye or tissue donation',
  purpose_research: 'Research without an authorization',
  'purpose_serious-threat': 'Serious threat to health or safety',
  purpose_government: 'Military or other government function',
  'purpose_workers-compensation': 'Workers’ compensation',
  'purpose_not-allowed': 'Not allowed, or sent to the wrong person',
  purpose_treatment: 'Treatment',
  purpose_payment: 'Payment',
  purpose_operations: 'Health care operations',
  'purpose_to-patient': 'To the patient',
  purpose_authorization: 'Authorized by the patient',
  'purpose_involved-in-care': 'Family and others who help with the care',
  'purpose_national-security': 'National security or intelligence',
  purpose_custody: 'Correctional institution or custody',
  'purpose_limited-data-set': 'Limited data set',
  problem_period_refused: ['The list covers at most six years', 'Nothing was changed.', 'Choose a shorter time.'],
  problem_day_refused: ['The day is in the future', 'What you typed is kept.', 'Choose today or an earlier day.'],
  problem_suspension_refused: [
    'It cannot be held back so',
    'What you typed is kept.',
    'Only disclosures to law enforcement and health oversight can be held back: from today, and for at most 30 days if it was only said.',
  ],
  problem_version_conflict: ['A colleague changed this', 'What you typed is kept.', 'Read the list again, then save.'],
  problem_outside_proxy_scope: ['You may not read this list', 'Nothing was changed.', 'Ask an administrator.'],
} as const satisfies Messages &
  ProblemWords<Calls> &
  CodeWords<'purpose', Disclosure['purpose']> &
  CodeWords<'statement', NonNullable<Disclosure['suspension']>['statement']> &
  CodeWords<'how', NonNullable<Disclosure['suspension']>['statement']>

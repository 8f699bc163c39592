import type { AccessCase } from '@visitkit/sdk'
import type { CodeWords, Messages } from '../core/message-types.ts'
import type { ProblemWords } from '../core/problem-words.ts'

/** The client methods that this part calls. A test compares them with the source. */
type Calls =
  | 'accessCases.list'
  | 'accessCases.get'
  | 'accessCases.assign'
  | 'accessCases.close'
  | 'accessCases.suppress'
  | 'incidents.report'

export const casesEn = {
  heading: 'Cases',
  hint: 'What one person did on one day, and no work of the organization explains. Cases about you are not shown to you.',
  loading: 'Loading the cases',
  which: 'Which cases',
  waiting: 'Waiting',
  looks: 'Second looks',
  looksHint:
    'Some accesses that work explains, to a confidential patient or to somebody of the same home. Nothing is suspected, and nothing is due.',
  empty_looks: 'No access is listed',
  emptyText_looks: 'About one of ten such accesses is listed here.',
  closed: 'Closed',
  empty_waiting: 'No case waits',
  emptyText_waiting:
    'The monitor reads the access log all the time. What cannot wait appears here at once, the rest when the day is over.',
  empty_closed: 'No case was closed yet',
  emptyText_closed: 'Closed cases stay here.',
  more: 'Show more cases',
  formerColleague: 'a colleague who worked here',
  onDay: 'on {date}',
  due: 'Close by {date}',
  overdue: 'Overdue since {date}',
  closedOn: 'Closed {date}',
  score: 'Score',
  assigned: 'Assigned to',
  nobody: 'Nobody yet',
  found: 'What was found',
  why: 'Why',
  accesses: 'Accesses',
  reason_household: 'Shares a home with the patient.',
  'reason_former-household': 'Has shared a home with the patient.',
  reason_confidential: 'The patient is confidential.',
  'reason_co-worker': 'The patient is a colleague.',
  'reason_surname-and-postal-code': 'Has the same surname and postal code as the patient.',
  reason_self: 'Opened their own record.',
  reason_deceased: 'The patient died some time ago.',
  reason_emergency: 'The record was opened as an emergency.',
  'reason_emergency-not-documented': 'The emergency was not documented in time, or a review found it not appropriate.',
  'reason_after-hours': 'Outside working hours, first at {time}.',
  reason_unexplained:
    'No appointment, order, task or message links them. Accesses: {accesses}. Patients: {patients}. First at {time}.',
  reason_sensitive: 'Opened sensitive data. Accesses: {accesses}.',
  'reason_dormant-account': 'The account had not been used for a long time.',
  'reason_disabled-account': 'The account had been disabled.',
  reason_volume: 'Far more unexplained patients in one day than others of the same role: {patients} (z {value}).',
  'reason_slow-collection':
    'A few more unexplained patients than others of the same role, for many days (sum {value}).',
  'reason_second-look': 'Work explains it. The patient is confidential or lives with them. Accesses: {accesses}.',
  'reason_search-enumeration': 'Tried records one after the other: {value} in one day.',
  show: 'Show the accesses',
  showName: 'Show the accesses: {name}',
  hide: 'Hide the accesses',
  shown: 'The accesses, in the words that the patient reads',
  unknownPatient: 'Patient not known',
  take: 'Take it',
  takeName: 'Take it: {name}',
  pass: 'Pass it on',
  passName: 'Pass it on: {name}',
  decide: 'Decide',
  decideName: 'Decide: {name}',
  suppress: 'Do not count a reason',
  suppressName: 'Do not count a reason: {name}',
  finding: 'What you found',
  findingMissing: 'Choose what you found.',
  disposition_explained: 'Work explains it, and was not recorded',
  disposition_appropriate: 'Part of care or of running the clinic',
  disposition_inappropriate: 'Not allowed',
  disposition_error: 'The wrong record, opened by mistake',
  'disposition_needs-follow-up': 'Not clear yet: somebody has to explain first',
  patientsRead: 'Patients read the outcome next to the access, in their own list. They do not read the note.',
  staysOpen: 'The case stays assigned, with its date.',
  note: 'Note',
  noteHint: 'What you know and what you did. Patients do not read it.',
  noteMissing: 'Write what you found.',
  incident: 'Report an incident with this note',
  incidentHint: 'Its deadlines begin today.',
  save: 'Save',
  code: 'Reason',
  codeMissing: 'Choose a reason.',
  until: 'Until',
  untilMissing: 'Choose a day, at most 90 days from today.',
  whyNot: 'Why it is not counted',
  whyNotMissing: 'Write why.',
  suppressHint: 'The monitor does not count this reason for this person until the day you choose.',
  leave: 'Cancel',
  taken: 'You have taken it.',
  passed: 'Passed on.',
  saved: 'Saved.',
  suppressed: 'This reason is not counted any more.',
  problem_case_closed: ['A colleague closed this case', 'Nothing was changed.', 'The list has been updated.'],
  problem_version_conflict: [
    'This case has changed',
    'What you wrote is still here.',
    'The list has been updated. Read it, then save again.',
  ],
  problem_own_case: ['The case is about this person', 'Nothing was changed.', 'Choose another person.'],
  problem_not_a_privacy_officer: [
    'This person does not handle cases',
    'Nothing was changed.',
    'Choose another person.',
  ],
  problem_suppression_refused: [
    'This reason cannot be left out so',
    'What you wrote is still here.',
    'Choose a reason of the case, and a day within 90 days.',
  ],
} as const satisfies Messages &
  ProblemWords<Calls> &
  CodeWords<'reason', AccessCase['reasons'][number]['code']> &
  CodeWords<'disposition', NonNullable<AccessCase['disposition']>>

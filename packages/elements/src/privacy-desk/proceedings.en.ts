import type { RecordRequest } from '@visitkit/sdk'
import type { CodeWords, Messages } from '../core/message-types.ts'
import type { ProblemWords } from '../core/problem-words.ts'

/** The client methods that this part calls. A test compares them with the source. */
type Calls = 'patients.search' | 'recordRequests.decide' | 'recordRequests.list'

/** Requests for a record in a legal proceeding. */
export const proceedingsEn = {
  heading: 'Requests in legal proceedings',
  hint: 'Write down each request of a court, a lawyer or an agency. The server decides by 42 CFR part 2 if records about substance use may be given. It sends nothing itself.',
  loading: 'Loading the requests',
  patient: 'Patient',
  another: 'Choose another patient',
  empty: 'No request was written down',
  emptyText: 'Write down a request before you answer it.',
  more: 'Show more',
  add: 'Write down a request',
  decide: 'Write it down and decide',
  leave: 'Cancel',
  receivedOn: 'Day on which it came',
  receivedOnMissing: 'Choose the day.',
  proceeding: 'Kind of proceeding',
  proceeding_civil: 'Civil',
  proceeding_criminal: 'Criminal',
  proceeding_administrative: 'Administrative',
  proceeding_legislative: 'Legislative',
  basis: 'What came with it',
  basis_none: 'Nothing',
  basis_subpoena: 'A subpoena',
  'basis_court-order': 'An order of a court',
  'basis_court-order-with-subpoena': 'An order of a court, and a subpoena',
  name: 'Who asks',
  nameMissing: 'Write the name of the person or the office.',
  address: 'Address, if it is known',
  what: 'What they want, in brief',
  whatMissing: 'Write what they want.',
  decision_refused: 'Refused',
  decision_permitted: 'May be given',
  'decision_not-protected': 'Not under 42 CFR part 2',
  'ground_no-consent-or-order':
    'Give nothing: the patient has not agreed to give records for a proceeding, and there is no court order with a subpoena.',
  ground_consent: 'The patient signed a consent for proceedings. Compare who asks with whom it names.',
  'ground_court-order': 'A court ordered it, with a subpoena. Give no more than the order says.',
  'ground_no-such-records': 'The patient has no records about substance use. 45 CFR 164.512(e) decides.',
  came: 'Came on {date}',
  decidedBy: 'Written down by {name} on {date}',
  formerColleague: 'a colleague who worked here',
  record: 'If you give it, record the disclosure under “Disclosures”.',
  problem_day_refused: ['The day is in the future', 'What you typed is kept.', 'Choose today or an earlier day.'],
} as const satisfies Messages &
  ProblemWords<Calls> &
  CodeWords<'proceeding', RecordRequest['proceeding']> &
  CodeWords<'basis', RecordRequest['basis']> &
  CodeWords<'decision', RecordRequest['decision']> &
  CodeWords<'ground', RecordRequest['ground']>

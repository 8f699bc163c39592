import type { AccessCase, MonitorFact } from '@visitkit/sdk'
import type { CodeWords, Messages } from '../core/message-types.ts'
import type { ProblemWords } from '../core/problem-words.ts'

/** The client methods that this part calls. A test compares them with the source. */
type Calls =
  | 'accessCases.measure'
  | 'accessSuppressions.end'
  | 'accessSuppressions.list'
  | 'members.list'
  | 'monitorFacts.add'
  | 'monitorFacts.list'
  | 'monitorFacts.remove'
  | 'patients.search'

export const monitorEn = {
  heading: 'What the monitor knows',
  hint: 'The monitor knows visits, orders and tasks. What no other part of the record says is written here. Only privacy officers read it. What is removed still counts for 30 days.',
  loading: 'Loading what the monitor knows',
  noFacts: 'Nothing yet',
  noFactsText: 'Add confidential patients, and patients who are colleagues or live with one.',
  erased: 'Erased patient',
  formerColleague: 'a colleague who worked here',
  fact_confidential: 'Confidential',
  'fact_own-record': 'Own record of {member}',
  fact_household: 'Lives with {member}',
  'fact_former-household': 'Has lived with {member}',
  kind_confidential: 'Confidential: an access without work is a case at once',
  'kind_own-record': 'The own record of a colleague',
  kind_household: 'Lives with a colleague',
  'kind_former-household': 'Has lived with a colleague',
  add: 'Add a patient',
  patient: 'Patient',
  patientMissing: 'Choose a patient.',
  kind: 'What is known',
  member: 'Colleague',
  memberMissing: 'Choose a colleague.',
  addNow: 'Add',
  leave: 'Cancel',
  remove: 'Remove',
  removeName: 'Remove: {name}',
  aboutYou: 'About you. Another privacy officer removes it.',
  added: 'Added. The monitor uses it for the next accesses.',
  removed: 'Removed. The monitor still uses it for 30 days.',
  more: 'Show more',
  suppressions: 'Reasons that are not counted',
  noSuppressions: 'Every reason is counted',
  until: 'until {date}',
  ended: 'Ended {date}',
  end: 'Count it again',
  endName: 'Count it again: {name}',
  endedNow: 'It is counted again.',
  measures: 'How often each reason was right',
  measuresHint: 'Of the closed cases that have the reason. The monitor does not change by itself.',
  noMeasures: 'No case was closed yet',
  reason: 'Reason',
  closed: 'Closed cases',
  inappropriate: 'Not allowed',
  code_household: 'Same home',
  'code_former-household': 'Former home',
  code_confidential: 'Confidential patient',
  'code_co-worker': 'Colleague',
  'code_surname-and-postal-code': 'Same surname and postal code',
  code_self: 'Own record',
  code_deceased: 'Deceased patient',
  code_emergency: 'Emergency',
  'code_emergency-not-documented': 'Emergency without a note, or not appropriate',
  'code_after-hours': 'Outside working hours',
  code_unexplained: 'No work links them',
  code_sensitive: 'Sensitive data',
  'code_dormant-account': 'Account long unused',
  'code_disabled-account': 'Disabled account',
  code_volume: 'Many patients in one day',
  'code_slow-collection': 'Too many over weeks',
  'code_second-look': 'Listed for a second look',
  'code_search-enumeration': 'Records tried one after the other',
  problem_fact_exists: ['This is known already', 'Nothing was changed.', 'It is in the list.'],
  problem_member_required: ['The colleague is missing', 'What you chose is still here.', 'Choose an active colleague.'],
  problem_own_fact: ['This is about you', 'Nothing was changed.', 'Ask another privacy officer.'],
  problem_version_conflict: ['A colleague changed this', 'Nothing was changed.', 'The list has been updated.'],
} as const satisfies Messages &
  ProblemWords<Calls> &
  CodeWords<'fact', MonitorFact['kind']> &
  CodeWords<'kind', MonitorFact['kind']> &
  CodeWords<'code', AccessCase['reasons'][number]['code']>

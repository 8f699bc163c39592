import type { ClaimAge } from '@visitkit/sdk'
import type { CodeWords, Messages } from '../core/message-types.ts'
import type { ProblemWords } from '../core/problem-words.ts'

/** The client methods that this part calls. A test compares them with the source. */
type Calls = 'claims.aging' | 'claims.search' | 'payers.list'

/** Search, ages and sending several claims. */
export const deskToolsEn = {
  search: 'Find a claim',
  searchHint: 'By family name, claim number or amount, e.g. {example}.',
  find: 'Find',
  finding: 'Searching',
  found: { one: '{count} claim found', other: '{count} claims found' },
  foundMore: 'There are more. Enter more of the number or the name.',
  foundNone: 'No claim matches. Enter the whole family name.',
  endSearch: 'End the search',
  agingHeading: 'Open with payers, by age',
  agingHint: 'Days since the visit. The table has the same numbers as the bar.',
  agingNone: 'Nothing is open with payers.',
  'age_0-30': '0 to 30 days',
  'age_31-60': '31 to 60 days',
  'age_61-90': '61 to 90 days',
  'age_over-90': 'Over 90 days',
  limitsHeading: 'Filing limits of the payers',
  limitsLoading: 'Loading the filing limits',
  limitsHint: 'A claim must arrive within this many days from the visit.',
  limitsNone: 'The clinic has no payers.',
  limitsPayer: 'Payer',
  limitsDays: 'Days to file',
  days: { one: '{count} day', other: '{count} days' },
  total: 'Total',
  batch: 'Send several',
  batchHeading: 'Which claims are sent',
  batchSend: { one: 'Send {count} claim', other: 'Send {count} claims' },
  batchSending: 'Sending {done} of {all}',
  batchDone: '{sent} of {all} are on their way. Each claim has its result.',
  batchClose: 'Close',
  result_waits: 'Waiting',
  result_sending: 'Sending',
  result_sent: 'On its way',
  result_claim_blocked: 'Not sent: it has errors. Open it.',
  result_version_conflict: 'Not sent: it has changed. Open it.',
  result_claim_sent: 'Already sent.',
  result_failed: 'Not sent. Open it to see why.',
} as const satisfies Messages & ProblemWords<Calls> & CodeWords<'age', ClaimAge>

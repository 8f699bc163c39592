import type { Messages } from '../core/message-types.ts'
import type { ProblemWords } from '../core/problem-words.ts'

/** The client methods that this part calls. A test compares them with the source. */
type Calls = 'consents.list' | 'estimates.ofPatient' | 'estimates.pdf' | 'summaries.ofPatient' | 'summaries.pdf'

export const documentsEn = {
  heading: 'Documents',
  none: 'No documents yet. The summary of a visit and what you agree to are listed here.',
  summary: 'Summary of your visit on {date}',
  summaryFile: 'summary-of-your-visit',
  estimate: 'Cost estimate of {date}',
  estimateFile: 'cost-estimate',
  decision_granted: 'You agreed on {date}',
  decision_declined: 'You said no on {date}',
  save: 'Download',
  saveOf: 'Download: {name}',
  read: 'Read',
  close: 'Close',
  preparing: 'Preparing the document',
  saved: 'The document is in your downloads.',
  problem_not_published: ['This summary is not ready yet', 'Nothing was lost.', 'Look again later.'],
  problem_not_issued: ['This estimate is not ready yet', 'Nothing was lost.', 'Look again later.'],
} as const satisfies Messages & ProblemWords<Calls>

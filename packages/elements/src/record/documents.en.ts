import type { Messages } from '../core/message-types.ts'
import type { ProblemWords } from '../core/problem-words.ts'

/** The client methods that this part calls. A test compares them with the source. */
type Calls =
  | 'attachments.content'
  | 'attachments.ofPatient'
  | 'consents.list'
  | 'estimates.ofPatient'
  | 'estimates.pdf'
  | 'summaries.ofPatient'
  | 'summaries.pdf'

export const documentsEn = {
  heading: 'Documents',
  loading: 'Loading your documents',
  none: 'No documents yet. The summary of a visit, what you agree to and the files in your messages are listed here.',
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
  file_image: 'Picture from “{subject}”',
  file_pdf: 'PDF from “{subject}”',
  ofVisit: 'messages of a visit',
  fileNumber: '{name}, {number}',
  sentByYou: 'You sent it on {date}',
  sentBy: '{name} sent it on {date}',
  sentFile: 'file-from-a-message',
  openThread: 'Read the messages',
  openThreadOf: 'Read the messages: {subject}',
  show: 'Show',
  closeOf: 'Close: {name}',
  showOf: 'Show: {name}',
  shown: 'The picture is shown.',
  preparing: 'Preparing the document',
  saved: 'The document is in your downloads.',
  problem_not_published: ['This summary is not ready yet', 'Nothing was lost.', 'Look again later.'],
  problem_not_issued: ['This estimate is not ready yet', 'Nothing was lost.', 'Look again later.'],
} as const satisfies Messages & ProblemWords<Calls>

import type { components } from '@visitkit/contract'
import { withSegments } from '../../domains/billing/coverages/tests/eligibility-responses.testing.ts'
import { foreignAcknowledgments } from '../../domains/billing/remittances/tests/acknowledgments.testing.ts'
import { wrongAnswers } from '../../domains/billing/remittances/tests/status-answers.testing.ts'

type Fault = components['schemas']['MailboxFault']

/** Right files, as the clearinghouse has them: acknowledgments (999, 277CA), a payment (835), an answer about a claim (277). */
export interface RightFiles {
  readonly syntax: string
  readonly taken: string
  readonly paid: string
  readonly answer: string
}
interface FaultyFile {
  readonly from: keyof RightFiles
  readonly change: (file: string) => string
  /** The answer as it is arrives before. */
  readonly afterAnswer?: true
}
/** A fault that no file of a mailbox has, with the place where it is shown instead. */
interface Elsewhere {
  readonly shownAs: string
}

const of = (from: FaultyFile['from'], change: FaultyFile['change']): FaultyFile => ({ from, change })
const replaced = (from: FaultyFile['from'], what: string | RegExp, by: string): FaultyFile =>
  of(from, (file) => file.replace(what, by))
const foreign = (fault: Fault): FaultyFile => {
  const [, kind, change] = foreignAcknowledgments.find(([, , , each]) => each === fault) ?? []
  if (change === undefined) throw new Error(`no acknowledgment has ${fault}`)
  return of(kind === '277' ? 'taken' : 'syntax', change)
}
const wrongAnswer = (fault: Fault): FaultyFile => {
  const [, change] = wrongAnswers.find(([, , each]) => each === fault) ?? []
  if (change === undefined) throw new Error(`no answer has ${fault}`)
  return of('answer', change)
}
const at = (position: number, character: string) => (file: string) =>
  file.slice(0, position) + character + file.slice(position + 1)
const without = (tag: string) => (file: string) =>
  withSegments(file, (all) => all.filter((segment) => !segment.startsWith(tag)))
const emptyInterchange = (file: string): string => {
  const header = file.slice(0, 106)
  return `${header}IEA*0*${header.split('*')[13] ?? ''}~`
}

/** For each fault of the contract, a file that is held with it. A new fault does not compile until it has one. */
export const faultyFiles: Readonly<Record<Fault, FaultyFile | Elsewhere>> = {
  amount: replaced('paid', /BPR\*I\*[\d.]+/, 'BPR*I*LOTS'),
  trace_number_mismatch: { shownAs: 'inquiry-differs of a 271, with the coverage' },
  code: replaced('paid', /(BPR\*I\*[\d.]+\*C\*)[A-Z]+/, '$1XXX'),
  control_number: replaced('taken', /GE\*1\*\d+/, 'GE*1*999999'),
  duplicate_control_number: of('taken', (file) => {
    const set = /ST\*[^]*?~\s*SE\*[^~]*~/.exec(file)?.[0] ?? ''
    return file.replace(set, set + set).replace(/GE\*1\*/, 'GE*2*')
  }),
  count: replaced('taken', /SE\*\d+/, 'SE*999'),
  currency: of('paid', (file) =>
    withSegments(file, (all) => all.flatMap((one) => (one.startsWith('TRN*') ? [one, 'CUR*PR*CAD'] : [one]))),
  ),
  date: replaced('paid', /(BPR\*[^~]*\*)\d{8}~/, '$120261324~'),
  debit: replaced('paid', /(BPR\*I\*[\d.]+)\*C\*/, '$1*D*'),
  delimiters: of('taken', at(104, 'A')),
  element_missing: replaced('paid', /TRN\*1\*[^*]+/, 'TRN*1*'),
  empty: of('taken', emptyInterchange),
  header_length: of('taken', at(31, '+')),
  loop_missing: of('paid', (file) => without('N1*PE')(without('REF*TJ')(file))),
  duplicate_loop: of('paid', (file) =>
    withSegments(file, (all) => all.flatMap((one) => (one.startsWith('N1*PE') ? [one, one] : [one]))),
  ),
  duplicate_segment: of('paid', (file) =>
    withSegments(file, (all) => all.flatMap((one) => (one.startsWith('TRN*') ? [one, `${one}0`] : [one]))),
  ),
  no_interchange: of('taken', () => 'This is no interchange.'),
  outside_envelope: replaced('taken', /(GS\*[^~]*~)/, '$1NTE*ADD*X~'),
  percent: { shownAs: 'unreadable of a 271, with the coverage' },
  quantity: of('syntax', (file) =>
    withSegments(file, (all) => all.flatMap((one) => (one.startsWith('IK5') ? ['IK3*CLM*X**8', one] : [one]))),
  ),
  segment_missing: of('taken', without('STC*')),
  segment_tag: replaced('taken', /(GS\*[^~]*~)/, '$1lower*X~'),
  service: { shownAs: 'unreadable of its payment, for its claim alone' },
  too_large: of('taken', (file) => emptyInterchange(file).repeat(1_001)),
  transaction: replaced('syntax', /ST\*999\*/, 'ST*820*'),
  unclosed: of('taken', (file) => file.slice(0, file.search(/~\s*SE\*/) + 1)),
  unexpected_segment: replaced('paid', /LX\*1~/, 'HI*1~'),
  unterminated: of('taken', (file) => file.slice(0, file.search(/~\s*SE\*/) - 2)),
  usage: replaced('taken', '*0*T*:', '*0*X*:'),
  version: replaced('taken', '*00501*', '*00401*'),
  server: { shownAs: 'a fault of this server, which no file has' },
  usage_differs: foreign('usage_differs'),
  receiver_differs: foreign('receiver_differs'),
  sender_differs: wrongAnswer('sender_differs'),
  submitter_differs: foreign('submitter_differs'),
  provider_differs: foreign('provider_differs'),
  patient_differs: foreign('patient_differs'),
  payer_differs: wrongAnswer('payer_differs'),
  inquiry_unknown: wrongAnswer('inquiry_unknown'),
  answer_differs: { ...replaced('answer', 'STC*P1:20', 'STC*F2:585'), afterAnswer: true },
  answer_contradictory: wrongAnswer('answer_contradictory'),
  claim_unknown: foreign('claim_unknown'),
  payment_unknown: { shownAs: 'a report of the payment processor' },
  refund_unknown: { shownAs: 'a report of the payment processor' },
  payment_differs: { shownAs: 'a report of the payment processor' },
  report_unknown: { shownAs: 'a report of the payment processor' },
  report_unreadable: { shownAs: 'a report of the payment processor' },
}

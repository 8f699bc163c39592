import type { Change } from '../../../../platform/contracts/change.ts'
import type { ReadContext } from '../../../../platform/contracts/context.ts'
import { mailboxFileChanged } from '../../events.ts'
import { encryptParts, insertParts, type EncryptedPart } from '../../kernel/store/faulty-parts.ts'
import type { ReportFault } from '../model/report-fault.ts'

export interface HeldReport {
  /** The processor's id of the report, of the checkout or of the refund. */
  readonly name: string
  readonly at: Date
  readonly fault: ReportFault | 'report_unknown' | 'report_unreadable'
  readonly text: string
  /** Of a refund whose payment is not known: it is posted when it is. */
  readonly paymentReference?: string
  /** Which version has read it. */
  readonly reader?: string
}

/** A report that waits at the claim desk. It is encrypted: it may say what a person paid. */
export const encryptReport = async (
  context: Pick<ReadContext, 'vault' | 'db' | 'caller' | 'newId'>,
  { name, at, fault, text, paymentReference, reader }: HeldReport,
): Promise<readonly EncryptedPart[]> =>
  encryptParts(context, [{ file: { name, postedAt: at }, text, state: 'held', fault, paymentReference, reader }])

/** Stores it once: the same text again is a repeat. No money moves. */
export const holdReport = (parts: readonly EncryptedPart[]): Required<Pick<Change<void>, 'writes' | 'events'>> => ({
  writes: [...insertParts(parts)],
  events: parts.map(({ id }) => mailboxFileChanged(id, 'held')),
})

/** What the processor said, for a person: the same facts have the same text. */
export const textOfReport = (said: object): string => JSON.stringify(said, null, 2)

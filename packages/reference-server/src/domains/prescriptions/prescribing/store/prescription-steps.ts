import type { Write } from '../../../../platform/contracts/write.ts'
import type { HistoryEntry, PrescriptionContent, PrescriptionFacts } from '../../kernel/model/prescription.ts'
import { prescriptions } from '../../kernel/store/prescriptions.ts'
import { insertHistoryEntry } from './history.ts'

/** One step of a prescription. `entryId` is a new id. Without `content`, the stored one stays. */
export interface Step {
  readonly entryId: string
  readonly before: PrescriptionFacts
  readonly after: PrescriptionFacts
  readonly entry: HistoryEntry
  readonly content?: PrescriptionContent
}

/** The prescription after a step, with its history entry. Conditional: it is still as gathered. */
export const replaceWithHistory = ({ entryId, before, after, entry, content }: Step): readonly Write[] => [
  prescriptions.replace(after, before, content),
  insertHistoryEntry(entryId, before, entry),
]

import type { Write } from '../../../platform/contracts/write.ts'
import type { Delivery } from '../../../vendors/laboratory/provider.ts'
import type { ReceivedMessage } from '../model/received-message.ts'
import { insertMessage, insertUnmatchedMessage } from '../store/messages.ts'

/** What became of one report, also if it said nothing new. */
export type Kept = { readonly part: number } & (
  { readonly patientId: string; readonly resultId?: string } | { readonly unmatchedId: string }
)

/**
 * Stores each patient's part of a message with what was made of it: once for each patient, and once for each unmatched result, because the
 * patients of these are not known.
 */
export const keepMessages = (
  { source, controlId, digest, parts, parser }: Delivery,
  kept: readonly Kept[],
  { newId, now }: { readonly newId: () => string; readonly now: Date },
): Write[] => {
  const groups = Map.groupBy(kept, (each) => `${each.part}/${'patientId' in each ? each.patientId : each.unmatchedId}`)
  return Array.from(groups.values()).flatMap((group) => {
    const [first] = group
    const bytes = parts[first?.part ?? -1]
    if (first === undefined || bytes === undefined) throw new Error('a report has no part in its message')
    const message: ReceivedMessage = {
      ...{ id: newId(), source, controlId, digest, parser },
      part: first.part,
      receivedAt: now,
    }
    if (!('patientId' in first)) return insertUnmatchedMessage({ ...message, unmatchedId: first.unmatchedId }, bytes)
    const resultIds = [
      ...new Set(group.flatMap((each) => ('resultId' in each && each.resultId !== undefined ? each.resultId : []))),
    ]
    return insertMessage({ ...message, patientId: first.patientId, resultIds }, bytes)
  })
}

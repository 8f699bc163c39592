import type { Change } from '../../../platform/contracts/change.ts'
import type { ReadContext } from '../../../platform/contracts/context.ts'
import { partnerMessageHeld } from '../events.ts'
import type { Delivery } from '../model/delivery.ts'
import { insertRefusal, isFailureHeld } from '../store/partner-messages.ts'

/**
 * The vendor or the recipient's mail system refused a notice for good: a person asks the patient for another address or number. One
 * question for each patient and channel waits at a time.
 */
export const holdFailure = async (
  { db, now, newId }: Pick<ReadContext, 'db' | 'now' | 'newId'>,
  { id: deliveryId, patientId, channel }: Delivery,
  code: string,
): Promise<Required<Pick<Change<void>, 'writes' | 'events'>>> => {
  const kind = channel === 'sms' ? 'text-report' : 'mail-report'
  if (await isFailureHeld(db, patientId, kind)) return { writes: [], events: [] }
  const id = newId()
  const held = { kind, reason: 'undelivered', urgent: false, patientId } as const
  return {
    writes: [insertRefusal(id, { ...held, deliveryId, code }, now)],
    events: [partnerMessageHeld(id, held)],
  }
}

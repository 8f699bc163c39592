import type { ParkedKind } from '../../../../platform/contracts/parked.ts'
import { ScriptUnreadable } from '../../../../vendors/pharmacy/script/script-unreadable.ts'
import { pharmacyMessageReceived } from '../../events.ts'
import { placeMessage, readOrFault } from './place-message.ts'
import { settleMessage } from '../../kernel/store/messages.ts'
import { lockParkedMessage, parkedMessages, placeParkedMessage } from '../store/parked-messages.ts'

/**
 * Messages of pharmacies that nobody could read or place. Tried again, one is read and placed anew and then followed like one that has
 * just arrived, with the same doubts: what was wrong has to be put right first, be it our reader, the patient's record or the prescription.
 */
export const parkedMessageKind: ParkedKind = {
  kind: 'message',
  entity: 'PharmacyMessage',
  list: async ({ db, caller }, limit) =>
    (await parkedMessages(db, { caller }, { after: null, take: limit })).map(
      ({ id, type, fault, receivedAt, patientId }) => ({
        id,
        what: `prescriptions.${type}`,
        fault,
        since: receivedAt,
        attempts: null,
        patientId,
        isOvertaken: false,
      }),
    ),
  retry: async (keeping, id) => {
    const bytes = await lockParkedMessage(keeping.tx, keeping, id)
    if (bytes === null) return { outcome: 'not-parked' }
    const read = readOrFault(bytes)
    if (read instanceof ScriptUnreadable) return { outcome: 'still-parked', fault: 'unreadable' }
    const { fault: notPlaced, ...placed } = await placeMessage(keeping, read)
    const fault = notPlaced ?? (await placeParkedMessage(keeping, id, { ...placed, bytes }))
    if (fault !== null) {
      await settleMessage(keeping.tx, keeping, id, fault)
      return { outcome: 'still-parked', fault }
    }
    if (placed.reference !== null) keeping.access.touch(placed.reference.patientId)
    await keeping.emit(pharmacyMessageReceived(id))
    return { outcome: 'again' }
  },
}

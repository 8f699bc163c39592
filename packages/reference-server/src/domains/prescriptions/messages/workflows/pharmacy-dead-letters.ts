import type { DeadLetterKind } from '../../../../platform/contracts/dead-letter.ts'
import { storeWrites } from '../../../../platform/database/changes/store-writes.ts'
import type { PharmacyNetwork } from '../../../../vendors/pharmacy/provider.ts'
import { ScriptUnreadable } from '../../../../vendors/pharmacy/script/script-unreadable.ts'
import { pharmacyMessageReceived } from '../../events.ts'
import { matchMessage, readOrFault } from './match-message.ts'
import { settleMessage } from '../../kernel/store/messages.ts'
import { lockDeadLetter, listDeadLetters, updateDeadLetter } from '../store/dead-letters.ts'

interface Accounts {
  networkOf(organizationId: string): Promise<Pick<PharmacyNetwork, 'accountId'> | null>
}

/**
 * Messages of pharmacies that could not be read or matched. A retry reads and matches the message again and applies it like a new one, with
 * the same checks. The cause must be fixed first, in our reader, the patient's record or the prescription.
 */
export const pharmacyDeadLetters = ({ networkOf }: Accounts): DeadLetterKind => ({
  kind: 'message',
  entity: 'PharmacyMessage',
  list: async ({ db, caller }, limit) =>
    (await listDeadLetters(db, { caller }, { after: null, take: limit })).map(
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
  retry: async (context, id) => {
    const bytes = await lockDeadLetter(context.tx, context, id)
    if (bytes === null) return { outcome: 'not-parked' }
    const read = readOrFault(bytes)
    if (read instanceof ScriptUnreadable) return { outcome: 'still-parked', fault: read.fault }
    const { fault: notPlaced, ...placed } = await matchMessage(
      context.tx,
      context,
      read,
      (await networkOf(context.caller.organizationId))?.accountId ?? null,
    )
    const fault = notPlaced ?? (await updateDeadLetter(context, id, { ...placed, bytes }))
    if (fault !== null) {
      await storeWrites(context.tx, context.caller.organizationId, [settleMessage(id, fault)])
      return { outcome: 'still-parked', fault }
    }
    if (placed.reference !== null) context.access.touch(placed.reference.patientId)
    await context.emit(pharmacyMessageReceived(id))
    return { outcome: 'again' }
  },
})

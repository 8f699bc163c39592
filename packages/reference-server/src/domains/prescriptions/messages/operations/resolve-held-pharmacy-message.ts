import { operation } from '../../../../platform/contracts/operation.ts'
import { pharmacyMessageResolved } from '../../events.ts'
import type { PrescriptionsContext } from '../../ports.ts'
import { alreadyResolved } from '../../problems.ts'
import { findHeldMessage, resolveHeldMessage } from '../store/held-messages.ts'

/** Ends the wait of a message without changing a prescription. */
export const resolveHeldPharmacyMessage = operation<PrescriptionsContext>()('resolveHeldPharmacyMessage', {
  gather: async ({ path }, _, context) => {
    const held = await findHeldMessage(context.db, context, path.messageId)
    if (held === null) throw alreadyResolved()
    return held
  },
  decide: ({ body: { reason } }, held, { caller, now }) => {
    const { id, patientId } = held
    return {
      writes: [resolveHeldMessage(held, reason, { by: caller.personId, at: now })],
      events: [pharmacyMessageResolved(id, patientId, reason)],
      answer: { status: 200, body: { id, ...(patientId !== null && { patientId }), resolution: reason } },
    }
  },
})

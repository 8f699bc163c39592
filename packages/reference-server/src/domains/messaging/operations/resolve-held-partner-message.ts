import { operation } from '../../../platform/contracts/operation.ts'
import { partnerMessageResolved } from '../events.ts'
import type { MessagingContext } from '../ports.ts'
import { alreadyResolved } from '../problems.ts'
import { findHeldMessage, readMessageBytes, resolveHeldMessage } from '../store/partner-messages.ts'

/** Ends the wait of a text or a report. With a patient, its bytes are under the key of this patient from then on. */
export const resolveHeldPartnerMessage = operation<MessagingContext>()('resolveHeldPartnerMessage', {
  gather: async ({ path, body }, { directory }, context) => {
    const held = await findHeldMessage(context.db, path.messageId)
    if (held === null) throw alreadyResolved()
    const patient = body.patientId === undefined ? null : await directory.patient(context, body.patientId)
    return { held, patientId: patient?.id ?? held.patientId, bytes: await readMessageBytes(context.db, context, held) }
  },
  decide: ({ body: { reason } }, { held, patientId, bytes }, { caller, now }) => ({
    writes: [resolveHeldMessage(held, { resolution: reason, by: caller.personId, at: now, patientId }, bytes)],
    events: [partnerMessageResolved(held.id, patientId, reason)],
    answer: { status: 200, body: { id: held.id, ...(patientId !== null && { patientId }), resolution: reason } },
  }),
})

import { operation } from '../../../platform/contracts/operation.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import type { MessagingContext } from '../ports.ts'
import { presentPartnerMessage } from '../presenters/present-partner-message.ts'
import { listPatientsByNumber } from '../store/deliveries.ts'
import { findHeldMessage, readMessageBytes } from '../store/partner-messages.ts'

const decoder = new TextDecoder()

/** One text or report that waits, as it came. */
export const getHeldPartnerMessage = operation<MessagingContext>()('getHeldPartnerMessage', {
  read: async ({ path }, _, context, { directory, sms }) => {
    const held = await findHeldMessage(context.db, path.messageId)
    if (held === null) throw notFound('message resolved')
    const bytes = await readMessageBytes(context.db, context, held)
    const written = held.kind === 'text' ? (sms?.readText(bytes) ?? null) : null
    const { numberIndex } = held
    const ids = numberIndex === null ? [] : await listPatientsByNumber(context.db, numberIndex)
    const patients = await directory.patientSummaries(context, ids)
    return {
      status: 200,
      body: {
        ...presentPartnerMessage(held),
        ...(written !== null && { from: written.from }),
        ...(written !== null && written.text !== '' && { text: written.text }),
        files: written?.files ?? 0,
        patients: ids.flatMap((id) => patients.get(id) ?? []),
        original: decoder.decode(bytes),
      },
    }
  },
})

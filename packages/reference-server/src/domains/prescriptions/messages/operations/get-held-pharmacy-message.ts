import { operation } from '../../../../platform/contracts/operation.ts'
import { notFound } from '../../../../platform/problems/problem.ts'
import type { PrescriptionsContext } from '../../ports.ts'
import { isApplicable } from '../model/held-message.ts'
import { presentHeldMessage, presentMessageContent } from '../presenters/present-held-message.ts'
import { findHeldMessage } from '../store/held-messages.ts'
import { readHeldMessage } from '../workflows/read-held-message.ts'

const text = new TextDecoder()

/** One message that waits, as it came. */
export const getHeldPharmacyMessage = operation<PrescriptionsContext>()('getHeldPharmacyMessage', {
  read: async ({ path }, _, context) => {
    const held = await findHeldMessage(context.db, context, path.messageId)
    if (held === null) throw notFound('message resolved')
    const { bytes, message, references } = await readHeldMessage(context, held)
    return {
      status: 200,
      body: {
        ...presentHeldMessage(held),
        ...(message !== null && presentMessageContent(message)),
        applicable: isApplicable(held.reason, message, references),
        text: text.decode(bytes),
      },
    }
  },
})

import { operation } from '../../../platform/contracts/operation.ts'
import { textOfMessage } from '../model/text-of-message.ts'
import type { LabsContext } from '../ports.ts'
import { listUnmatchedMessages as readMessages } from '../store/messages.ts'
import { readUnmatched } from '../store/unmatched.ts'

/** What the laboratory sent, for the person who compares it with orders. */
export const listUnmatchedMessages = operation<LabsContext>()('listUnmatchedMessages', {
  read: async ({ path }, _, context) => {
    const { id, patientId } = await readUnmatched(context.db, context, path.unmatchedId)
    const messages = await readMessages(context.db, context, id)
    return {
      status: 200,
      body: {
        id,
        ...(patientId !== null && { patientId }),
        items: messages.map(({ message: { receivedAt, controlId, parser }, bytes }) => ({
          receivedAt: receivedAt.toISOString(),
          controlId,
          text: textOfMessage(bytes),
          parser,
        })),
      },
    }
  },
})

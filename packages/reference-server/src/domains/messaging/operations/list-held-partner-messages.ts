import { operation } from '../../../platform/contracts/operation.ts'
import type { MessagingContext } from '../ports.ts'
import { presentPartnerMessage } from '../presenters/present-partner-message.ts'
import { listHeldMessages } from '../store/partner-messages.ts'

const limit = 100

/** Texts and reports that wait for a person. */
export const listHeldPartnerMessages = operation<MessagingContext>()('listHeldPartnerMessages', {
  read: async (_, __, { db }) => {
    const { items, count } = await listHeldMessages(db, limit)
    return { status: 200, body: { items: items.map(presentPartnerMessage), count } }
  },
})

import { operation } from '../../../platform/contracts/operation.ts'
import { isUuid } from '../../../platform/database/ids/require-uuid.ts'
import { cursorInvalid } from '../../../platform/problems/problem.ts'
import type { MessagingContext } from '../ports.ts'
import { presentPartnerMessage } from '../presenters/present-partner-message.ts'
import { listHeldMessages, type HeldCursor } from '../store/partner-messages.ts'

/** `0_<id>` after a message with a word of an emergency, `1_<id>` after any other. */
const readCursor = (cursor: string | undefined): HeldCursor | null => {
  if (cursor === undefined) return null
  const [rank = '', id = ''] = cursor.split('_', 2)
  if (!/^[01]$/.test(rank) || !isUuid(id)) throw cursorInvalid()
  return { urgent: rank === '0', id }
}
const writeCursor = ({ urgent, id }: HeldCursor): string => `${urgent ? 0 : 1}_${id}`

/** Texts, mails and reports that wait for a person. */
export const listHeldPartnerMessages = operation<MessagingContext>()('listHeldPartnerMessages', {
  read: async ({ query }, _, { db }) => {
    const limit = query.limit ?? 50
    const { rows, count } = await listHeldMessages(db, { after: readCursor(query.cursor), take: limit + 1 })
    const items = rows.slice(0, limit)
    const last = rows.length > limit ? items.at(-1) : undefined
    return {
      status: 200,
      body: {
        items: items.map(presentPartnerMessage),
        nextCursor: last === undefined ? null : writeCursor(last),
        count,
      },
    }
  },
})

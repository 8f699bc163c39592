import { pageOf, placeOf } from '../../../../platform/database/ids/page-of-ids.ts'
import { operation } from '../../../../platform/contracts/operation.ts'
import type { BillingContext } from '../../ports.ts'
import { listFaultyFiles } from '../store/mailbox-files.ts'
import { answerOfMailboxFile } from '../presenters/answer-of-mailbox-file.ts'

export const listMailboxFiles = operation<BillingContext>()('listMailboxFiles', {
  read: async ({ query }, _, { db }, { policy }) => {
    const place = placeOf(query)
    const { items, nextCursor } = pageOf(await listFaultyFiles(db, place), place)
    return { status: 200, body: { items: items.map((file) => answerOfMailboxFile(file, policy)), nextCursor } }
  },
})

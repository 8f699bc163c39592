import { pageOf, readPageQuery } from '../../../../platform/database/ids/page-cursor.ts'
import { operation } from '../../../../platform/contracts/operation.ts'
import type { BillingContext } from '../../ports.ts'
import { listFaultyFiles, listReceivedFiles } from '../store/mailbox-files.ts'
import { presentMailboxFile } from '../presenters/present-mailbox-file.ts'

export const listMailboxFiles = operation<BillingContext>()('listMailboxFiles', {
  read: async ({ query }, _, { db }, { policy }) => {
    const page = readPageQuery(query)
    const { items, nextCursor } = pageOf(
      await (query.all === true ? listReceivedFiles : listFaultyFiles)(db, page),
      page,
    )
    return { status: 200, body: { items: items.map((file) => presentMailboxFile(file, policy)), nextCursor } }
  },
})

import { pageOf, placeOf } from '../../../platform/database/page-of-ids.ts'
import { operation } from '../../../platform/http/operation.ts'
import type { BillingContext } from '../ports.ts'
import { listFaultyFiles, openFile, readFile } from '../store/mailbox-files.ts'
import { answerOfMailboxFile } from './answer-of-mailbox-file.ts'

export const listMailboxFiles = operation<BillingContext>()('listMailboxFiles', {
  read: async ({ query }, _, { db }) => {
    const place = placeOf(query)
    const { items, nextCursor } = pageOf(await listFaultyFiles(db, place), place)
    return { status: 200, body: { items: items.map(answerOfMailboxFile), nextCursor } }
  },
})

export const getMailboxFile = operation<BillingContext>()('getMailboxFile', {
  read: async ({ path }, _, reading) => {
    const file = await readFile(reading.db, path.fileId, 'look')
    const text = await openFile(reading.db, reading, file)
    return { status: 200, body: { ...answerOfMailboxFile(file), ...(text !== null && { text }) } }
  },
})

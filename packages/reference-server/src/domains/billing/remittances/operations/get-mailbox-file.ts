import { operation } from '../../../../platform/contracts/operation.ts'
import { textUntil } from '../model/text-of-file.ts'
import type { BillingContext } from '../../ports.ts'
import { openFile, readFile } from '../store/mailbox-files.ts'
import { answerOfMailboxFile } from '../presenters/answer-of-mailbox-file.ts'

export const getMailboxFile = operation<BillingContext>()('getMailboxFile', {
  read: async ({ path }, _, reading, { policy }) => {
    const file = await readFile(reading.db, path.fileId, 'look')
    // Its time is over at the moment that was told, whether or not the job has come by.
    const isOver = file.workedAt !== null && textUntil(file.workedAt, policy) <= reading.now
    const text = isOver ? null : await openFile(reading.db, reading, file)
    return { status: 200, body: { ...answerOfMailboxFile(file, policy), ...(text !== null && { text }) } }
  },
})

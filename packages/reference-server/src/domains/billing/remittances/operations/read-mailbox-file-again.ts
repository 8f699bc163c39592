import { operation } from '../../../../platform/contracts/operation.ts'
import { mailboxFileChanged } from '../../events.ts'
import type { BillingContext } from '../../ports.ts'
import { answerOfMailboxFile } from '../presenters/answer-of-mailbox-file.ts'
import { waitAgain } from '../store/mailbox-files.ts'
import { lockFaulty } from '../workflows/lock-faulty-file.ts'

export const readMailboxFileAgain = operation<BillingContext>()('readMailboxFileAgain', {
  gather: async (_, { policy }) => policy,
  keep: async ({ path }, policy, keeping) => {
    const file = await lockFaulty(keeping, path.fileId)
    await waitAgain(keeping.tx, file)
    await keeping.emit(mailboxFileChanged(file.id, 'waiting'))
    return { status: 200, body: answerOfMailboxFile({ ...file, state: 'stored', attempts: 0, fault: null }, policy) }
  },
})

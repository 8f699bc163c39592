import { operation } from '../../../../platform/contracts/operation.ts'
import { mailboxFileChanged } from '../../events.ts'
import type { BillingContext } from '../../ports.ts'
import { presentMailboxFile } from '../presenters/present-mailbox-file.ts'
import { requeueFile } from '../store/mailbox-files.ts'
import { lockFaultyFile } from '../workflows/lock-faulty-file.ts'

export const reprocessMailboxFile = operation<BillingContext>()('reprocessMailboxFile', {
  gather: async (_, { policy }) => policy,
  keep: async ({ path }, policy, context) => {
    const file = await lockFaultyFile(context, path.fileId)
    await requeueFile(context.tx, file)
    await context.emit(mailboxFileChanged(file.id, 'waiting'))
    return { status: 200, body: presentMailboxFile({ ...file, state: 'stored', attempts: 0, fault: null }, policy) }
  },
})

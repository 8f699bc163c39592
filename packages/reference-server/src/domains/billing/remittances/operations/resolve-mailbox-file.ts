import { operation } from '../../../../platform/contracts/operation.ts'
import { mailboxFileChanged } from '../../events.ts'
import type { BillingContext } from '../../ports.ts'
import { presentMailboxFile } from '../presenters/present-mailbox-file.ts'
import { updateResolvedFile } from '../store/mailbox-files.ts'
import { lockFaultyFile } from '../workflows/lock-faulty-file.ts'

export const resolveMailboxFile = operation<BillingContext>()('resolveMailboxFile', {
  gather: async (_, { policy }) => policy,
  keep: async ({ path, body: { reason } }, policy, context) => {
    const file = await lockFaultyFile(context, path.fileId)
    await updateResolvedFile(context, file, reason)
    await context.emit(mailboxFileChanged(file.id, 'resolved-externally'))
    const resolution = { state: 'resolved-externally', externalResolution: reason, resolvedAt: context.now } as const
    return { status: 200, body: presentMailboxFile({ ...file, ...resolution }, policy) }
  },
})

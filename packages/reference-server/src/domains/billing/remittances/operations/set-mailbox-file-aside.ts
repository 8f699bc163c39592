import { operation } from '../../../../platform/contracts/operation.ts'
import { mailboxFileChanged } from '../../events.ts'
import type { BillingContext } from '../../ports.ts'
import { answerOfMailboxFile } from '../presenters/answer-of-mailbox-file.ts'
import { keepFileAside } from '../store/mailbox-files.ts'
import { lockFaulty } from '../workflows/lock-faulty-file.ts'

export const setMailboxFileAside = operation<BillingContext>()('setMailboxFileAside', {
  gather: async (_, { policy }) => policy,
  keep: async ({ path, body: { reason } }, policy, keeping) => {
    const file = await lockFaulty(keeping, path.fileId)
    await keepFileAside(keeping, file, reason)
    await keeping.emit(mailboxFileChanged(file.id, 'elsewhere'))
    const worked = { state: 'elsewhere', workedElsewhere: reason, workedAt: keeping.now } as const
    return { status: 200, body: answerOfMailboxFile({ ...file, ...worked }, policy) }
  },
})

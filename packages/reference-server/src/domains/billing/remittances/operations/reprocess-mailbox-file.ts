import { operation } from '../../../../platform/contracts/operation.ts'
import { mailboxFileChanged } from '../../events.ts'
import type { BillingContext } from '../../ports.ts'
import { isReportFault } from '../model/fault-of-file.ts'
import { presentMailboxFile } from '../presenters/present-mailbox-file.ts'
import { readMailboxFile, replaceFile, type StoredFile } from '../store/mailbox-files.ts'
import { requireFaulty } from '../workflows/require-faulty.ts'

/** The next run processes the file as if it had just arrived. A report of the payment processor is no file, and stays. */
export const reprocessMailboxFile = operation<BillingContext>()('reprocessMailboxFile', {
  gather: async ({ path }, { policy }, { db }) => ({ before: await readMailboxFile(db, path.fileId), policy }),
  decide: (_, { before, policy }) => {
    requireFaulty(before)
    if (isReportFault(before.fault)) return { answer: { status: 200, body: presentMailboxFile(before, policy) } }
    const after: StoredFile = { ...before, state: 'stored', attempts: 0, fault: null }
    return {
      writes: [replaceFile(after, before)],
      events: [mailboxFileChanged(after.id, 'waiting')],
      answer: { status: 200, body: presentMailboxFile(after, policy) },
    }
  },
})

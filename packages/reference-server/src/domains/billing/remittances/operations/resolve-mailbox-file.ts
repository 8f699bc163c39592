import { operation } from '../../../../platform/contracts/operation.ts'
import { mailboxFileChanged } from '../../events.ts'
import type { BillingContext } from '../../ports.ts'
import { presentMailboxFile } from '../presenters/present-mailbox-file.ts'
import { readMailboxFile, replaceFile, type StoredFile } from '../store/mailbox-files.ts'
import { requireFaulty } from '../workflows/require-faulty.ts'

export const resolveMailboxFile = operation<BillingContext>()('resolveMailboxFile', {
  gather: async ({ path }, { policy }, { db }) => ({ before: await readMailboxFile(db, path.fileId), policy }),
  decide: ({ body: { reason } }, { before, policy }, { now }) => {
    requireFaulty(before)
    const after: StoredFile = { ...before, state: 'resolved-externally', externalResolution: reason, resolvedAt: now }
    return {
      writes: [replaceFile(after, before)],
      events: [mailboxFileChanged(after.id, 'resolved-externally')],
      answer: { status: 200, body: presentMailboxFile(after, policy) },
    }
  },
})

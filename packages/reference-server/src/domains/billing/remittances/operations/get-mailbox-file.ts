import { operation } from '../../../../platform/contracts/operation.ts'
import { textRetainedUntil } from '../model/text-of-file.ts'
import type { BillingContext } from '../../ports.ts'
import { readPieces } from '../store/file-pieces.ts'
import { decryptMailboxFile, readMailboxFile } from '../store/mailbox-files.ts'
import { presentMailboxFile } from '../presenters/present-mailbox-file.ts'

export const getMailboxFile = operation<BillingContext>()('getMailboxFile', {
  read: async ({ path }, _, context, { policy }) => {
    const file = await readMailboxFile(context.db, path.fileId)
    // It ends at the announced time, even if the job has not run yet.
    const isOver = file.resolvedAt !== null && textRetainedUntil(file.resolvedAt, policy) <= context.now
    const divided = isOver ? null : await readPieces(context.db, context, file.id)
    const text = isOver ? null : (divided?.text ?? (await decryptMailboxFile(context.db, context, file)))
    return {
      status: 200,
      body: {
        ...presentMailboxFile(file, policy),
        ...(text !== null && { text }),
        ...(divided && { patientIds: [...divided.patientIds], omitted: divided.omitted }),
      },
    }
  },
})

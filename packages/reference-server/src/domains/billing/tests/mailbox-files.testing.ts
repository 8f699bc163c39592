import type { WriteContext } from '../../../platform/contracts/context.ts'
import { storeChange } from '../../../test-kit/store-change.ts'
import type { MailboxFile, ResponseContent, ResponseEnvelope } from '../../../vendors/clearinghouse/provider.ts'
import { encryptFiles, insertMailboxFiles } from '../remittances/store/mailbox-files.ts'
import { changeOfFiles } from '../remittances/workflows/process-mailbox-files.ts'

/** Stores files as if they had been fetched. */
export const storeFiles = async (context: WriteContext, files: readonly MailboxFile[]): Promise<void> =>
  storeChange(context, { writes: insertMailboxFiles(await encryptFiles({ ...context, db: context.tx }, files)) })

/** The account of the hospital's clearinghouse, and an envelope that is addressed to it. */
export const account = { submitterId: 'LAKESIDEHLTH', receiverId: 'SIMCLEAR', usage: 'test' } as const
const envelope = { senderId: 'SIMCLEAR', receiverId: 'LAKESIDEHLTH', usage: 'test' } as const

/** Processes what a file says, without the mailbox. Default: in an envelope for the hospital's account. */
export const processContent = async (
  context: WriteContext,
  content: ResponseContent,
  more: Partial<ResponseEnvelope> = {},
): Promise<void> => {
  const part = { ...content, envelope: { ...envelope, ...more }, text: '' }
  const file = { name: 'file', postedAt: context.now, parts: [part] }
  const { writes, events } = await changeOfFiles({ ...context, db: context.tx }, account, [file])
  await storeChange(context, { writes, events })
}

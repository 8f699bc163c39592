import type { WriteContext } from '../../../platform/contracts/context.ts'
import { storeChange } from '../../../test-kit/store-change.ts'
import type { MailboxFile } from '../../../vendors/clearinghouse/provider.ts'
import { encryptFiles, insertMailboxFiles } from '../remittances/store/mailbox-files.ts'
import { changeOfFiles, type ReceivedFile } from '../remittances/workflows/process-mailbox-files.ts'

/** Stores files as if they had been fetched. */
export const storeFiles = async (context: WriteContext, files: readonly MailboxFile[]): Promise<void> =>
  storeChange(context, { writes: insertMailboxFiles(await encryptFiles({ ...context, db: context.tx }, files)) })

/** Processes files without the mailbox. */
export const processFiles = async (context: WriteContext, files: readonly ReceivedFile[]): Promise<void> =>
  storeChange(context, await changeOfFiles({ ...context, db: context.tx }, files))

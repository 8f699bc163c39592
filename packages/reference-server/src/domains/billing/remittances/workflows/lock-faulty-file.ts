import type { WriteContext } from '../../../../platform/contracts/context.ts'
import { alreadyResolved } from '../../problems.ts'
import { readMailboxFile, type StoredFile } from '../store/mailbox-files.ts'

/** A file that waits for a person, locked until the transaction ends. The server's next run skips it or waits. */
export const lockFaultyFile = async ({ tx }: Pick<WriteContext, 'tx'>, fileId: string): Promise<StoredFile> => {
  const file = await readMailboxFile(tx, fileId, 'for-update')
  if (file.fault === null || file.state === 'resolved-externally') throw alreadyResolved()
  return file
}

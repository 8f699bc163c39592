import type { WriteContext } from '../../../../platform/contracts/context.ts'
import { alreadyResolved } from '../../problems.ts'
import { readMailboxFile, type StoredFile } from '../store/mailbox-files.ts'

/** One that waits for a person, held until the transaction ends: the server's next look leaves it out in the meantime or comes after. */
export const lockFaultyFile = async ({ tx }: Pick<WriteContext, 'tx'>, fileId: string): Promise<StoredFile> => {
  const file = await readMailboxFile(tx, fileId, 'for-update')
  if (file.fault === null || file.state === 'resolved-externally') throw alreadyResolved()
  return file
}

import type { Keeping } from '../../../../platform/contracts/context.ts'
import { fileWorked } from '../../problems.ts'
import { readFile, type KeptFile } from '../store/mailbox-files.ts'

/** One that waits for a person, held until the transaction ends: the server's next look leaves it out meanwhile or comes after. */
export const lockFaulty = async ({ tx }: Pick<Keeping, 'tx'>, fileId: string): Promise<KeptFile> => {
  const file = await readFile(tx, fileId, 'lock')
  if (file.fault === null || file.state === 'elsewhere') throw fileWorked()
  return file
}

import { alreadyResolved } from '../../problems.ts'
import type { StoredFile } from '../store/mailbox-files.ts'

/** Requires a file that waits for a person. */
export const requireFaulty = ({ fault, state }: StoredFile): void => {
  if (fault === null || state === 'resolved-externally') throw alreadyResolved()
}

import type { Change } from '../../../../platform/contracts/change.ts'
import type { ReadContext } from '../../../../platform/contracts/context.ts'
import { X12Unreadable } from '../../../../vendors/clearinghouse/x12/x12-unreadable.ts'
import { ownedPieces, type OwnedPiece } from '../model/owned-piece.ts'
import { piecesOfFile } from '../model/pieces-of-file.ts'
import { insertPieces, listOwners, removeText } from '../store/file-pieces.ts'
import { decryptMailboxFile } from '../store/mailbox-files.ts'

/** Divides the text of a file that a person has resolved outside Visitkit. */
export const changeOfResolved = async (context: ReadContext, id: string): Promise<Change<void>> => {
  const content = await decryptMailboxFile(context.db, context, { id })
  if (content === null) return { answer: undefined }
  return {
    writes: [
      removeText(id),
      ...(await insertPieces(context, [{ id, pieces: await piecesWithOwners(context, content), made: [] }])),
    ],
    answer: undefined,
    // It was divided in the meantime.
    otherwise: () => ({ answer: undefined }),
  }
}

/** What cannot be divided, because it is too large to be a file of a clearinghouse, is about no patient who is known. */
const piecesWithOwners = async ({ db }: ReadContext, content: string): Promise<readonly OwnedPiece[]> => {
  try {
    const numbers = [...new Set(piecesOfFile(content).flatMap(({ claimNumbers }) => claimNumbers))]
    const owners = await listOwners(db, numbers)
    return ownedPieces(content, (number) => owners.get(number))
  } catch (error) {
    if (!(error instanceof X12Unreadable)) throw error
    return [{ at: 0, text: content, patientId: null, claimId: null }]
  }
}

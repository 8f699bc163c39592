import type { Change } from '../../../../platform/contracts/change.ts'
import type { ReadContext } from '../../../../platform/contracts/context.ts'
import type { UnreadablePart } from '../../../../vendors/clearinghouse/provider.ts'
import { encryptParts, insertParts, type FaultyPart } from '../../kernel/store/faulty-parts.ts'
import { readResponse, responseReader } from '../../../../vendors/clearinghouse/read-response.ts'
import { X12Unreadable } from '../../../../vendors/clearinghouse/x12/x12-unreadable.ts'
import { mailboxFileChanged } from '../../events.ts'
import { faultOfFile } from '../model/fault-of-file.ts'
import type { AccountIdentity } from '../model/origin-fault.ts'
import { ownedPieces, type FileOutcome } from '../model/owned-piece.ts'
import { piecesOfFile } from '../model/pieces-of-file.ts'
import { insertPieces } from '../store/file-pieces.ts'
import { decryptWaitingFiles, filesStillWait, markFaulty, markProcessed } from '../store/mailbox-files.ts'
import { changeOfFiles, type HeldPart, type ReceivedFile } from './process-mailbox-files.ts'

interface ReadableFile extends ReceivedFile {
  readonly id: string
  readonly attempts: number
  readonly content: string
  readonly unreadable: readonly UnreadablePart[]
}

/** A file, or a part of one, that waits for a person under its own id. */
interface Kept extends Pick<FaultyPart, 'state' | 'fault'> {
  readonly id: string
}

/**
 * Processes stored files. Files that were processed in the meantime are skipped. What of a file is unreadable or held is stored apart, part
 * by part, and the rest is used. A file that is nothing else is kept as it is. The bytes of the others are kept piece by piece, each under the
 * key of the patient whose claim it is about, with what was made of them and by which version.
 */
export const changeOfBatch = async (
  context: ReadContext,
  account: AccountIdentity,
  ids: readonly string[],
): Promise<Change<void>> => {
  const files = await decryptWaitingFiles(context.db, context, ids)
  if (files.length === 0) return { answer: undefined }
  const readable: ReadableFile[] = []
  const kept: Kept[] = []
  for (const { content, ...file } of files)
    try {
      const { parts, unreadable } = readResponse(content)
      const claimNumbers = piecesOfFile(content).flatMap((piece) => piece.claimNumbers)
      readable.push({ ...file, content, claimNumbers, parts, unreadable })
    } catch (error) {
      if (!(error instanceof X12Unreadable)) throw error
      kept.push({ id: file.id, state: 'unreadable', fault: faultOfFile(error) })
    }
  const { writes, events, held, made, owners } = await changeOfFiles(context, account, readable)
  const parts: FaultyPart[] = []
  for (const file of readable) {
    const own = held.filter((each) => each.file === file)
    const [only] = own
    if (only && isWhole(file, own)) kept.push({ id: file.id, state: 'held', fault: only.fault })
    else
      parts.push(
        ...own.map((part) => ({ ...part, reader: responseReader })),
        ...file.unreadable.map(({ text, fault }) => ({
          ...{ file, text, fault: faultOfFile(fault), reader: responseReader },
          state: 'unreadable' as const,
        })),
      )
  }
  const stored = await encryptParts(context, parts)
  const keptIds = new Set(kept.map(({ id }) => id))
  const used = readable.filter(({ id }) => !keptIds.has(id))
  const divided = used.map((file) => ({
    id: file.id,
    pieces: ownedPieces(file.content, (number) => owners.get(number)),
    made: [...(made.get(file) ?? []), ...file.unreadable.map(() => unreadableOutcome)],
  }))
  return {
    writes: [
      filesStillWait(files.map(({ id }) => id)),
      ...kept.map(({ id, state, fault }) => markFaulty(id, state, fault, responseReader)),
      markProcessed(
        used.map(({ id }) => id),
        responseReader,
      ),
      ...(await insertPieces(context, divided)),
      ...insertParts(stored),
      ...writes,
    ],
    events: [
      ...[...kept, ...stored].map(({ id, state }) => mailboxFileChanged(id, state)),
      // Until now they were in the list of files that wait for a person.
      ...used.flatMap(({ id, attempts }) => (attempts > 0 ? [mailboxFileChanged(id, 'read')] : [])),
      ...events,
    ],
    answer: undefined,
  }
}

const unreadableOutcome: FileOutcome = { kind: 'unreadable', effect: 'held', held: 1 }

/** The file says one thing, about one claim, and that is held. */
const isWhole = ({ parts, unreadable }: ReadableFile, held: readonly HeldPart[]): boolean => {
  const [part] = parts
  if (parts.length !== 1 || unreadable.length > 0 || held.length !== 1 || !part) return false
  if (part.kind === 'claim-statuses') return part.answers.length <= 1
  return part.kind !== 'claim-acknowledgments' || part.acknowledgments.claims.length <= 1
}

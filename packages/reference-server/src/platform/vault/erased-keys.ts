import { createHash, createPublicKey, sign, verify, type KeyObject } from 'node:crypto'
import { mkdir, open, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { whileLocked } from './while-locked.ts'

/** A patient whose data keys were erased. No person: ids, a time and what asked for it. */
export interface ErasedKeys {
  readonly organizationId: string
  /** The patient's id. */
  readonly subject: string
  readonly at: string
  /** Of the certificate that was given for it. */
  readonly certificateId: string
}

/** A line of the list: numbered, chained to the one before it, and signed with the key of the ledger (Ed25519). */
interface ErasureLine extends ErasedKeys {
  readonly number: number
  readonly previous: string
  readonly signature: string
}

const none = '0'.repeat(64)
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')
const signedText = ({ number, previous, organizationId, subject, at, certificateId }: ErasureLine): string =>
  JSON.stringify(['visitkit erased keys', number, previous, organizationId, subject, at, certificateId])

/** The list is not as it was written. Restoring with it could bring an erased patient back. */
export class ErasureListDamaged extends Error {
  constructor(path: string, line: number) {
    super(
      `${path} was changed in line ${line}. Fetch an unchanged copy: without it an erased patient would become readable again.`,
    )
    this.name = 'ErasureListDamaged'
  }
}

/**
 * The list of erased keys, outside the database and its backups: a backup from before an erasure still has the keys, and the restore
 * of it erases again what is listed here. Empty if there is no file. A last line that was not written whole lists nothing: keys are erased
 * only after their line.
 */
export const readErasedKeys = async (path: string, publicKey: KeyObject): Promise<readonly ErasedKeys[]> => {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  let previous = none
  return readLines(text, publicKey).lines.map((line, index) => {
    const parsed = parse(line)
    const isGenuine =
      parsed !== null && parsed.number === index + 1 && parsed.previous === previous && isSigned(parsed, publicKey)
    if (!isGenuine) throw new ErasureListDamaged(path, index + 1)
    previous = hashOf(line)
    const { organizationId, subject, at, certificateId } = parsed
    return { organizationId, subject, at, certificateId }
  })
}

/**
 * Adds to the list, on disk before it resolves. Call it before the keys are erased: a listed patient who is not erased yet does no harm.
 * Processes that add at once do so one after the other; what one that was killed left of a line is removed.
 */
export const appendErasedKeys = async (
  path: string,
  key: KeyObject,
  erased: ErasedKeys,
  { staleAfter }: { /** Milliseconds. */ readonly staleAfter?: number } = {},
): Promise<void> => {
  await mkdir(dirname(path), { recursive: true })
  await whileLocked(path, () => append(path, key, erased), staleAfter)
}

const append = async (path: string, key: KeyObject, erased: ErasedKeys): Promise<void> => {
  const file = await open(path, 'a+', 0o640)
  try {
    const text = await file.readFile('utf8')
    const { lines, unfinished, isEnded } = readLines(text, createPublicKey(key))
    const last = lines.at(-1)
    const unsigned: ErasureLine = {
      ...erased,
      number: lines.length + 1,
      previous: last === undefined ? none : hashOf(last),
      signature: '',
    }
    const signature = sign(null, Buffer.from(signedText(unsigned)), key).toString('base64')
    const line = `${JSON.stringify({ ...unsigned, signature })}\n`
    if (unfinished !== '') await file.truncate(Buffer.byteLength(text) - Buffer.byteLength(unfinished))
    await file.appendFile(isEnded ? line : `\n${line}`)
    await file.sync()
  } finally {
    await file.close()
  }
}

interface ReadLines {
  readonly lines: readonly string[]
  /** What could be written of a last line. */
  readonly unfinished: string
  /** False: the last line is whole, and lacks only its end. */
  readonly isEnded: boolean
}

const readLines = (text: string, publicKey: KeyObject): ReadLines => {
  const lines = text.split('\n')
  const rest = lines.pop() ?? ''
  const parsed = parse(rest)
  const isWhole = parsed !== null && isSigned(parsed, publicKey)
  return {
    lines: [...lines, ...(isWhole ? [rest] : [])].filter((line) => line !== ''),
    unfinished: isWhole ? '' : rest,
    isEnded: !isWhole,
  }
}

const isSigned = (line: ErasureLine, publicKey: KeyObject): boolean =>
  verify(null, Buffer.from(signedText(line)), publicKey, Buffer.from(line.signature, 'base64'))

const parse = (line: string): ErasureLine | null => {
  try {
    const value = JSON.parse(line) as Partial<ErasureLine>
    return typeof value.signature === 'string' && typeof value.subject === 'string' ? (value as ErasureLine) : null
  } catch {
    return null
  }
}

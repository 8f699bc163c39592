import { createHash, sign, verify, type KeyObject } from 'node:crypto'
import { mkdir, open, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'

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
 * of it erases again what is listed here. Empty if there is no file.
 */
export const readErasedKeys = async (path: string, publicKey: KeyObject): Promise<readonly ErasedKeys[]> => {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  const lines = text.split('\n').filter((line) => line !== '')
  let previous = none
  return lines.map((line, index) => {
    const parsed = parse(line)
    const isGenuine =
      parsed !== null &&
      parsed.number === index + 1 &&
      parsed.previous === previous &&
      verify(null, Buffer.from(signedText(parsed)), publicKey, Buffer.from(parsed.signature, 'base64'))
    if (!isGenuine) throw new ErasureListDamaged(path, index + 1)
    previous = hashOf(line)
    const { organizationId, subject, at, certificateId } = parsed
    return { organizationId, subject, at, certificateId }
  })
}

/** Adds to the list, on disk before it resolves. Call it before the keys are erased: a listed patient who is not erased yet does no harm. */
export const appendErasedKeys = async (path: string, key: KeyObject, erased: ErasedKeys): Promise<void> => {
  await mkdir(dirname(path), { recursive: true })
  const file = await open(path, 'a+', 0o640)
  try {
    const lines = (await file.readFile('utf8')).split('\n').filter((line) => line !== '')
    const last = lines.at(-1)
    const unsigned: ErasureLine = {
      ...erased,
      number: lines.length + 1,
      previous: last === undefined ? none : hashOf(last),
      signature: '',
    }
    const signature = sign(null, Buffer.from(signedText(unsigned)), key).toString('base64')
    await file.appendFile(`${JSON.stringify({ ...unsigned, signature })}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
}

const parse = (line: string): ErasureLine | null => {
  try {
    const value = JSON.parse(line) as Partial<ErasureLine>
    return typeof value.signature === 'string' && typeof value.subject === 'string' ? (value as ErasureLine) : null
  } catch {
    return null
  }
}

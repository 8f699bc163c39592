import {
  createCipheriv,
  createDecipheriv,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
} from 'node:crypto'
import { backupKeyId } from './backup-key.ts'

/**
 * How a backup is encrypted: as age does (STREAM, Hoang et al. 2015), with AES-256-GCM. A new key for each file, agreed with the public
 * half of the backup key (X25519, HKDF-SHA-256 over the header). Parts of 64 KiB; the nonce of each is its number and whether it is the
 * last one, so that parts can be neither cut off, repeated nor exchanged.
 */
const magic = 'visitkit-backup/1\n'
const partBytes = 65_536
const tagBytes = 16
const maxHeaderBytes = 1_024

/** The file is not what was written: cut short, changed, or another file. */
export class BackupDamaged extends Error {
  constructor(why: string) {
    super(`The backup cannot be used: ${why}.`)
    this.name = 'BackupDamaged'
  }
}

/** The key is not the one that the backup was encrypted for. */
export class WrongBackupKey extends Error {
  constructor(wanted: string, given: string) {
    super(`The backup was encrypted for the backup key ${wanted}; the key given is ${given}. Nothing was changed.`)
    this.name = 'WrongBackupKey'
  }
}

interface Header {
  readonly recipient: string
  /** DER of the public key of the file's own pair, in base64. */
  readonly ephemeral: string
}

/** The encrypted file, part by part. */
export async function* encryptBackup(recipient: KeyObject, plain: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  const { privateKey, publicKey } = generateKeyPairSync('x25519')
  const header: Header = {
    recipient: backupKeyId(recipient),
    ephemeral: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
  }
  const head = Buffer.from(`${magic}${JSON.stringify(header)}\n`)
  const key = fileKey(privateKey, recipient, head)
  yield head
  let number = 0
  for await (const { bytes, isLast } of parts(plain, partBytes)) {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(number, isLast))
    yield Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
    number += 1
  }
}

/** The plain content, part by part; each is authentic when it is yielded. That nothing is missing is known at the end. */
export async function* decryptBackup(secret: KeyObject, encrypted: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  const source = encrypted[Symbol.asyncIterator]()
  const { head, header, rest } = await readHeader(source)
  const given = backupKeyId(secret)
  if (header.recipient !== given) throw new WrongBackupKey(header.recipient, given)
  const key = fileKey(secret, ephemeralOf(header), head)
  let number = 0
  for await (const { bytes, isLast } of parts(continued(rest, source), partBytes + tagBytes)) {
    yield decryptPart(key, number, isLast, bytes)
    number += 1
  }
}

const decryptPart = (key: Buffer, number: number, isLast: boolean, bytes: Buffer): Buffer => {
  if (bytes.length < tagBytes) throw new BackupDamaged('its end is missing')
  const opened = openPart(key, number, isLast, bytes)
  if (opened !== null) return opened
  throw new BackupDamaged(
    isLast && openPart(key, number, false, bytes) !== null ? 'its end is missing' : 'it was cut short or changed',
  )
}

const openPart = (key: Buffer, number: number, isLast: boolean, bytes: Buffer): Buffer | null => {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(number, isLast), { authTagLength: tagBytes })
    decipher.setAuthTag(bytes.subarray(-tagBytes))
    return Buffer.concat([decipher.update(bytes.subarray(0, -tagBytes)), decipher.final()])
  } catch {
    return null
  }
}

const fileKey = (secret: KeyObject, other: KeyObject, head: Buffer): Buffer =>
  Buffer.from(hkdfSync('sha256', diffieHellman({ privateKey: secret, publicKey: other }), head, 'visitkit backup', 32))

const nonceOf = (number: number, isLast: boolean): Buffer => {
  const nonce = Buffer.alloc(12)
  nonce.writeUIntBE(number, 5, 6)
  nonce[11] = isLast ? 1 : 0
  return nonce
}

const ephemeralOf = ({ ephemeral }: Header): KeyObject => {
  try {
    return createPublicKey({ key: Buffer.from(ephemeral, 'base64'), format: 'der', type: 'spki' })
  } catch {
    throw new BackupDamaged('its header was changed')
  }
}

const readHeader = async (
  source: AsyncIterator<Uint8Array>,
): Promise<{ readonly head: Buffer; readonly header: Header; readonly rest: Buffer }> => {
  let read = Buffer.alloc(0)
  for (;;) {
    const end = read.indexOf('\n', magic.length)
    if (end >= 0) {
      const head = read.subarray(0, end + 1)
      return { head, header: parseHeader(head), rest: read.subarray(end + 1) }
    }
    if (read.length > maxHeaderBytes) throw new BackupDamaged('it is no backup of this server')
    const next = await source.next()
    if (next.done) throw new BackupDamaged('it is no backup of this server')
    read = Buffer.concat([read, next.value])
  }
}

const parseHeader = (head: Buffer): Header => {
  try {
    if (!head.subarray(0, magic.length).equals(Buffer.from(magic))) throw new Error()
    const { recipient, ephemeral } = JSON.parse(head.subarray(magic.length).toString()) as Partial<Header>
    if (typeof recipient === 'string' && typeof ephemeral === 'string') return { recipient, ephemeral }
  } catch {
    // As below.
  }
  throw new BackupDamaged('it is no backup of this server')
}

async function* continued(first: Uint8Array, source: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first
  for (let next = await source.next(); !next.done; next = await source.next()) yield next.value
}

/** Cuts a stream into parts of equal length. The last one is shorter, or empty. */
async function* parts(
  stream: AsyncIterable<Uint8Array>,
  size: number,
): AsyncGenerator<{ readonly bytes: Buffer; readonly isLast: boolean }> {
  let pending: Uint8Array[] = []
  let length = 0
  for await (const bytes of stream) {
    pending.push(bytes)
    length += bytes.length
    // One byte more than a part has to be there: otherwise it may be the last.
    if (length <= size) continue
    let joined = Buffer.concat(pending)
    for (; joined.length > size; joined = joined.subarray(size))
      yield { bytes: joined.subarray(0, size), isLast: false }
    pending = [joined]
    length = joined.length
  }
  yield { bytes: Buffer.concat(pending), isLast: true }
}

import { createHash, createPublicKey, sign, verify, type KeyObject } from 'node:crypto'
import { canonicalJson } from './canonical-json.ts'

/** The signed part: the state of the chain after a run of new rows. Hashes in hex. */
export interface CheckpointBody {
  readonly number: number
  readonly at: string
  readonly firstSequence: number
  readonly lastSequence: number
  /** RFC 6962 tree hash over the leaves of the rows from `firstSequence` to `lastSequence`. */
  readonly merkleRoot: string
  /** The chain's hash at `lastSequence`. */
  readonly head: string
  /** The hash of the previous checkpoint; zeros for the first. Removing a checkpoint breaks the next one. */
  readonly previous: string
  readonly keyId: string
}
export interface Checkpoint extends CheckpointBody {
  readonly hash: string
  /** Ed25519, base64. */
  readonly signature: string
}

export const noCheckpoint = '0'.repeat(64)
/** Domain separation: a signature made here is not valid for any other kind of text. */
const context = 'visitkit audit checkpoint v1\n'

const signedText = (body: CheckpointBody): Buffer => {
  const { number, at, firstSequence, lastSequence, merkleRoot, head, previous, keyId } = body
  return Buffer.from(
    context + canonicalJson({ number, at, firstSequence, lastSequence, merkleRoot, head, previous, keyId }),
  )
}

export const signCheckpoint = (body: CheckpointBody, privateKey: KeyObject): Checkpoint => {
  const text = signedText(body)
  return {
    ...body,
    hash: createHash('sha256').update(text).digest('hex'),
    signature: sign(null, text, privateKey).toString('base64'),
  }
}

const members: ReadonlySet<string> = new Set([
  ...['number', 'at', 'firstSequence', 'lastSequence', 'merkleRoot', 'head', 'previous', 'keyId'],
  ...['hash', 'signature'],
])

/** Whether the checkpoint is unchanged since the holder of the key signed it. */
export const isCheckpointGenuine = (checkpoint: Checkpoint, publicKey: KeyObject): boolean => {
  const text = signedText(checkpoint)
  return (
    // A member that is not signed proves nothing, so there must be none.
    Object.keys(checkpoint).every((member) => members.has(member)) &&
    checkpoint.keyId === keyIdOf(publicKey) &&
    checkpoint.hash === createHash('sha256').update(text).digest('hex') &&
    verify(null, text, publicKey, Buffer.from(checkpoint.signature, 'base64'))
  )
}

/** The first 16 hex digits of the SHA-256 of the public key (SPKI, DER). */
export const keyIdOf = (key: KeyObject): string => {
  const publicKey = key.type === 'public' ? key : createPublicKey(key)
  return createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 16)
}

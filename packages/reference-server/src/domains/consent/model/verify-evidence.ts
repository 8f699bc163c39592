import { createPublicKey, verify } from 'node:crypto'

/** DER prefix (SubjectPublicKeyInfo) of an Ed25519 public key, without the key itself (RFC 8410). */
const spkiPrefix = Buffer.from('302a300506032b6570032100', 'hex')

export interface SignedEvidence {
  /** The exact text that was signed. */
  readonly statement: string
  /** Base64url. */
  readonly signature: string
  /** Base64url of the raw 32 bytes. Compare it with the key that the organization published: forged evidence carries the forger's key. */
  readonly publicKey: string
}

/** Whether the holder of the key signed exactly this statement, byte for byte. Needs no server and no database. */
export const verifyEvidence = ({ statement, signature, publicKey }: SignedEvidence): boolean => {
  const raw = Buffer.from(publicKey, 'base64url')
  if (raw.length !== 32) return false
  const key = createPublicKey({ key: Buffer.concat([spkiPrefix, raw]), format: 'der', type: 'spki' })
  return verify(null, Buffer.from(statement, 'utf8'), key, Buffer.from(signature, 'base64url'))
}

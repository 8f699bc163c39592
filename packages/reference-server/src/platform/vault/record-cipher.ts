import { createCipheriv, createDecipheriv, randomFillSync, type KeyObject } from 'node:crypto'

/** AES-256-GCM (NIST SP 800-38D): 96-bit random nonce, 128-bit tag. */
const algorithm = 'aes-256-gcm'
const nonceBytes = 12
const tagBytes = 16
/** Format byte, then the data key's version. */
const headerBytes = 3
const format = 1
/** The same, of compressed text. */
const compressedFormat = 2
/** Bytes that encryption adds to a value. */
export const sealingOverhead = headerBytes + nonceBytes + tagBytes

/** Nonces are generated a page at a time: one call to the operating system for each costs as much as the encryption. */
const nonces = Buffer.allocUnsafe(nonceBytes * 1_024)
let nextNonce = nonces.length

/** A value that does not decrypt: changed, moved to another row, or encrypted under another key. Contains neither context nor value. */
export class DecryptionFailed extends Error {
  constructor() {
    super('A sealed value did not open: it was changed, or moved from the place where it was sealed.')
    this.name = 'DecryptionFailed'
  }
}

/**
 * One key encrypts at most 2^32 values before the probability of a repeated random nonce matters (SP 800-38D, 8.3). Keys are per patient,
 * which stays far below it.
 */
export const sealBytes = (
  key: KeyObject,
  version: number,
  additionalContext: string,
  plain: Uint8Array,
  ofCompressed = false,
): Buffer => {
  if (nextNonce === nonces.length) {
    randomFillSync(nonces)
    nextNonce = 0
  }
  // Not from Buffer's shared pool: an encrypted row may be kept long after other values of the pool are freed.
  const sealed = Buffer.allocUnsafeSlow(sealingOverhead + plain.length)
  sealed.writeUInt8(ofCompressed ? compressedFormat : format, 0)
  sealed.writeUInt16BE(version, 1)
  nonces.copy(sealed, headerBytes, nextNonce, (nextNonce += nonceBytes))
  const bodyAt = headerBytes + nonceBytes
  const cipher = createCipheriv(algorithm, key, sealed.subarray(headerBytes, bodyAt), { authTagLength: tagBytes })
  cipher.setAAD(additionalData(additionalContext, version, ofCompressed))
  sealed.set(cipher.update(plain), bodyAt)
  // GCM is a stream mode: final() computes the tag and returns no bytes.
  cipher.final()
  sealed.set(cipher.getAuthTag(), bodyAt + plain.length)
  return sealed
}

/** Throws DecryptionFailed unless `sealed` was encrypted with this key and context, and is unchanged. Does not decompress. */
export const openBytes = (key: KeyObject, additionalContext: string, sealed: Uint8Array): Buffer => {
  const version = sealedVersion(sealed)
  const bodyAt = headerBytes + nonceBytes
  const tagAt = sealed.length - tagBytes
  try {
    const decipher = createDecipheriv(algorithm, key, sealed.subarray(headerBytes, bodyAt), { authTagLength: tagBytes })
    decipher.setAAD(additionalData(additionalContext, version, isCompressed(sealed)))
    decipher.setAuthTag(sealed.subarray(tagAt))
    const plain = decipher.update(sealed.subarray(bodyAt, tagAt))
    decipher.final()
    return plain
  } catch {
    throw new DecryptionFailed()
  }
}

/** The version of the data key that encrypted the value. */
export const sealedVersion = (sealed: Uint8Array): number => {
  if (sealed.length < sealingOverhead || (sealed[0] !== format && !isCompressed(sealed))) throw new DecryptionFailed()
  return ((sealed[1] as number) << 8) | (sealed[2] as number)
}

/** Whether what was encrypted is compressed. */
export const isCompressed = (sealed: Uint8Array): boolean => sealed[0] === compressedFormat

/** The format of compressed text is part of it, so that the other one cannot be claimed. */
const additionalData = (additionalContext: string, version: number, ofCompressed: boolean): Buffer => {
  if (ofCompressed) return Buffer.from(`${additionalContext}|${version}|compressed`)
  return Buffer.from(`${additionalContext}|${version}`)
}

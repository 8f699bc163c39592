import { createHash } from 'node:crypto'

/** Made for this purpose once, at random. */
const namespace = Buffer.from('6f0d6a2e7f1c4c0b9d1e3b5a84c2f790', 'hex')

/** A UUID of version 5 (RFC 9562): the same name has the same UUID, so that the same report has the same bytes. */
export const deriveUuid = (...name: readonly string[]): string => {
  const bytes = createHash('sha1').update(namespace).update(name.join('\n')).digest().subarray(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

import { createHmac } from 'node:crypto'

const normalized = (part: string): string =>
  part
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')

/**
 * A key that is equal for equal names or addresses, whatever their case, accents and punctuation. Without the secret it cannot be found by
 * trying names, and keys of two organizations cannot be compared. Null if a part is missing: two unknown addresses are not the same.
 */
export const matchKey = (secret: Uint8Array, ...parts: readonly string[]): string | null => {
  const words = parts.map(normalized)
  if (words.length === 0 || words.includes('')) return null
  return createHmac('sha256', secret).update(words.join('\n')).digest('base64url')
}

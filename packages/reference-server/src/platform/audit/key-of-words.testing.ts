import { createPrivateKey, type KeyObject } from 'node:crypto'

/** An Ed25519 key derived from 32 characters. Anyone can derive it, so it must never sign real data. */
export const keyOfWords = (words: string): KeyObject => {
  if (words.length !== 32) throw new Error('An Ed25519 key is made of 32 bytes.')
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.from(words, 'ascii')])
  return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
}

/** The raw 32 bytes of the public key, base64url. */
export const publicPart = (key: KeyObject): string => String(key.export({ format: 'jwk' }).x)

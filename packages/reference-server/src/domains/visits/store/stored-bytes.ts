import { isUtf8 } from 'node:buffer'

/** Text, which can be compressed, or base64 of bytes that are not UTF-8. */
export type StoredBytes = { readonly text: string } | { readonly base64: string }

export const storedBytes = (bytes: Uint8Array): StoredBytes =>
  isUtf8(bytes) ? { text: Buffer.from(bytes).toString() } : { base64: Buffer.from(bytes).toString('base64') }

export const bytesOf = (stored: StoredBytes): Uint8Array =>
  'text' in stored ? Buffer.from(stored.text) : Buffer.from(stored.base64, 'base64')

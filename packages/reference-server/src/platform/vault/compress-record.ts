import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { recordDictionary } from './record-dictionary.ts'

/** Below this, compression saves less than it costs. Bytes. */
const minBytes = 300
/** Above this, a record is a file, most often an image that is compressed already; and the thread of requests must not wait for it. */
const maxBytes = 65_536

/** Less memory than the default, for the same result: records are short. */
const options = { dictionary: recordDictionary, windowBits: 14, memLevel: 6 }

/** The text of a record, compressed; null if it would not become shorter. */
export const compressRecord = (text: Uint8Array): Buffer | null => {
  if (text.length < minBytes || text.length > maxBytes) return null
  const compressed = deflateRawSync(text, options)
  return compressed.length < text.length ? compressed : null
}

export const decompressRecord = (compressed: Uint8Array): Buffer =>
  inflateRawSync(compressed, { dictionary: recordDictionary })

import { Hl7Fault } from './hl7-fault.ts'
import { readMessage } from './read-message.ts'
import { valueOf, type Message } from './segment.ts'

const encodings: Readonly<Record<string, string>> = {
  '': 'utf-8',
  ASCII: 'utf-8',
  'UNICODE UTF-8': 'utf-8',
  UTF8: 'utf-8',
  '8859/1': 'latin1',
}

/**
 * Decodes bytes with the character set of MSH-18 (HL7 table 0211), or UTF-8 if it is empty. Refuses bytes that are invalid in it: a
 * guessed name would be a wrong name. Throws Hl7Fault.
 */
export const decodeMessage = (bytes: Uint8Array): Message => {
  // The header is ASCII in every accepted character set, so it can be read before the character set is known.
  const start = Buffer.from(bytes).toString('latin1').split('\r', 1)[0] ?? ''
  const named = valueOf(readMessage(start)[0], 18)
  const encoding = encodings[named.toUpperCase()]
  if (encoding === undefined)
    throw new Hl7Fault('103', 'unknown character set', { segment: 'MSH', sequence: 1, field: 18 })
  let text: string
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw new Hl7Fault('102', 'bytes that are not of the character set', { segment: 'MSH', sequence: 1, field: 18 })
  }
  return readMessage(text)
}

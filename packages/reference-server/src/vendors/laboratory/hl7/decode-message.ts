import { Hl7Fault } from './hl7-fault.ts'
import { readMessage } from './read-message.ts'
import { valueOf, type Message } from './segment.ts'

const encodings: Readonly<Record<string, string>> = {
  ASCII: 'utf-8',
  'UNICODE UTF-8': 'utf-8',
  UTF8: 'utf-8',
  '8859/1': 'latin1',
}

/** For messages whose MSH-18 is empty. */
export type DefaultCharacterSet = 'utf-8' | 'latin-1'
const defaults: Readonly<Record<DefaultCharacterSet, string>> = { 'utf-8': 'utf-8', 'latin-1': 'latin1' }

/** The header alone. It is ASCII in every accepted character set, so it can be read before the character set is known. Throws Hl7Fault. */
export const decodeHeader = (bytes: Uint8Array): Message =>
  readMessage(Buffer.from(bytes).toString('latin1').split('\r', 1)[0] ?? '')

/**
 * Decodes bytes with the character set of MSH-18 (HL7 table 0211), or the sender's own if it is empty. Refuses bytes that are invalid in it:
 * a guessed name would be a wrong name. Throws Hl7Fault.
 */
export const decodeMessage = (bytes: Uint8Array, otherwise: DefaultCharacterSet = 'utf-8'): Message => {
  const named = valueOf(decodeHeader(bytes)[0], 18)
  const encoding = named === '' ? defaults[otherwise] : encodings[named.toUpperCase()]
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

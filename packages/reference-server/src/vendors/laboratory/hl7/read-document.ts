import type { ReadDocument } from '../provider.ts'
import { encapsulatedData } from './encapsulated-data.ts'
import { readMessage } from './read-message.ts'

/** Reads a file out of a patient's part of a message. Encoded data is ASCII, whatever the character set of the other texts is. */
export const readDocument: ReadDocument = (part, segment) => {
  const observation = readMessage(Buffer.from(part).toString('latin1'))[segment]
  return observation === undefined ? null : encapsulatedData(observation)
}

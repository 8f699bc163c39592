import type { Message } from './segment.ts'
import { writeMessage } from './write-message.ts'

/** Encodes a message to send. MSH-18 declares UTF-8. */
export const encodeMessage = (message: Message): Uint8Array => Buffer.from(writeMessage(message), 'utf8')

import type { Message } from './segment.ts'
import { writeMessage } from './write-message.ts'

/** A message of ours as bytes. MSH-18 says UTF-8. */
export const encodeMessage = (message: Message): Uint8Array => Buffer.from(writeMessage(message), 'utf8')

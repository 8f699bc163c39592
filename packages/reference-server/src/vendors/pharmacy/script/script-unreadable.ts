/**
 * A message that cannot be read. `at` is the missing or invalid element, never its content. `messageId` is the sender's, if it could be
 * read, so that the response can refer to the message.
 */
export class ScriptUnreadable extends Error {
  readonly at: string
  readonly messageId: string | null
  constructor(at: string, messageId: string | null = null) {
    super(`SCRIPT message unreadable at ${at}`)
    this.name = 'ScriptUnreadable'
    this.at = at
    this.messageId = messageId
  }
}

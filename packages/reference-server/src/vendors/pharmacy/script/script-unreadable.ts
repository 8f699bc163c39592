/**
 * A message that cannot be understood. `at` names the element that is missing or wrong, never what stood in it. `messageId` is the
 * sender's, where that much could be read, so that they can be told which message it was.
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

/** Why a message cannot be used: `contradictory` if it states more than one thing where there can be one. */
export type ScriptFault = 'unreadable' | 'contradictory' | 'unknown-code'

/**
 * A message that cannot be used. `at` is the missing, invalid or repeated element, never its content. `messageId` is the sender's, if it
 * could be read, so that the response can refer to the message.
 */
export class ScriptUnreadable extends Error {
  readonly at: string
  readonly fault: ScriptFault
  readonly messageId: string | null
  constructor(at: string, fault: ScriptFault = 'unreadable', messageId: string | null = null) {
    super(`SCRIPT message ${fault} at ${at}`)
    this.name = 'ScriptUnreadable'
    this.at = at
    this.fault = fault
    this.messageId = messageId
  }
}

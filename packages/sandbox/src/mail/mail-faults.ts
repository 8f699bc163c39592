/** How the next messages fail. `answer-lost`: the message is stored, but the connection ends before the 250. */
export interface MailFault {
  readonly at: 'connect' | 'recipient' | 'data' | 'answer-lost'
  /** SMTP code: 4yz temporary, 5yz permanent. Default 451. */
  readonly code?: number
  readonly delayMs?: number
}

const stages: readonly MailFault['at'][] = ['connect', 'recipient', 'data', 'answer-lost']

export const readFault = (body: Readonly<Record<string, unknown>>): MailFault | null => {
  const at = stages.find((stage) => stage === body['at'])
  const { code, delayMs } = body
  if (!at) return null
  return { at, ...(typeof code === 'number' && { code }), ...(typeof delayMs === 'number' && { delayMs }) }
}

/** An error as the SMTP server returns it. */
export const smtpError = (code: number, text: string): Error => Object.assign(new Error(text), { responseCode: code })

export const delay = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => void setTimeout(resolve, milliseconds))

const localPart = (address: string): string => address.slice(0, address.lastIndexOf('@')).toLowerCase()

/** Mail to this address is accepted, and comes back. */
export const bouncesLate = (address: string): boolean => localPart(address) === 'late-bounce'

/**
 * Faults by the local part of an address, in the demonstration too: `bounce` is refused permanently, `full` temporarily, `greylist` on the
 * first attempt.
 */
export const scriptedMailError = (address: string, isKnown: boolean): Error | null => {
  const local = localPart(address)
  if (local === 'bounce') return smtpError(550, '5.1.1 No such mailbox here')
  if (local === 'full') return smtpError(452, '4.2.2 Mailbox full')
  if (local === 'greylist' && !isKnown) return smtpError(451, '4.7.1 Greylisted, try again later')
  return null
}

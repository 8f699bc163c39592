import { PartnerUnavailable } from '../../../platform/partners/partner-unavailable.ts'
import type { SendResult } from '../provider.ts'

/** Commands whose refusal is about this message (RFC 5321, 4.2.1): before them, about us or about the whole server. */
const aboutTheMessage: ReadonlySet<string> = new Set(['RCPT TO', 'DATA'])

/**
 * What a failed attempt means. 4xx is "not now" (greylisting, a full mailbox) and 5xx to a recipient or to the text is final
 * (RFC 5321, 4.2.1). Everything else, also a refused login, may be mended and is tried again.
 */
export const readSmtpFault = (error: unknown): SendResult => {
  const { responseCode, command, code } = (error ?? {}) as Partial<Record<'responseCode' | 'command' | 'code', unknown>>
  const status = typeof responseCode === 'number' && responseCode >= 400 && responseCode < 600 ? responseCode : null
  const about = typeof command === 'string' ? command : ''
  if (status !== null && status >= 500 && aboutTheMessage.has(about)) return { accepted: false, code: `smtp-${status}` }
  if (code === 'EENVELOPE' && status === null) return { accepted: false, code: 'address-malformed' }
  if (status !== null) throw new PartnerUnavailable(`smtp-${status}`)
  throw new PartnerUnavailable(code === 'ETLS' ? 'smtp-tls' : 'smtp-unreachable')
}

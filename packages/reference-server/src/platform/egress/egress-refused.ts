import { PartnerUnavailable } from '../partners/partner-unavailable.ts'

/** A connection that this deployment does not permit. No socket was opened. The message names the host, without a path, and the remedy. */
export class EgressRefused extends PartnerUnavailable {
  readonly host: string

  constructor(code: keyof typeof sentences, host: string, remedy: string) {
    super(code)
    this.name = 'EgressRefused'
    this.host = host
    this.message = `${sentences[code](host)} ${remedy}`
  }
}

const sentences = {
  'host-not-permitted': (host: string): string => `${host} is not a permitted recipient.`,
  'address-not-permitted': (host: string): string => `${host} resolves to an address that is not permitted.`,
  'without-tls': (host: string): string => `${host} would be reached without TLS.`,
  redirected: (host: string): string => `The recipient redirects to ${host}. Redirects are not followed.`,
} as const

import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const domains = new URL('../domains/', import.meta.url)

/**
 * Everything that sends something to a partner, and what it discloses of a visit (42 CFR part 2). `none`: it says why in its declaration. A
 * handler that declares nothing does not compile; a new one has to be added here, with a test of what arrives.
 */
const senders: Readonly<Record<string, string>> = {
  'billing/accounts/transmissions/send-refund.ts': 'none',
  'billing/claims/transmissions/send-claim-file.ts': 'health-plans',
  'billing/claims/transmissions/send-next-claim-file.ts': 'health-plans',
  'billing/claims/transmissions/send-status-inquiry.ts': 'health-plans',
  'billing/coverages/transmissions/send-eligibility-inquiry.ts': 'none',
  'labs/transmissions/send-cancellation.ts': 'laboratories',
  'labs/transmissions/send-order.ts': 'laboratories',
  'messaging/transmissions/send-notice.ts': 'none',
  'messaging/transmissions/send-officer-mail.ts': 'none',
  'messaging/transmissions/send-webhook.ts': 'none',
  'prescriptions/messages/transmissions/transmit-script.ts': 'pharmacies',
}

const declared = (path: string): string | undefined => {
  const text = readFileSync(new URL(path, domains), 'utf8')
  return /discloses: '(none)',\n\s+why: '[^']{20,}'/.exec(text)?.[1] ?? /recipient: '([a-z-]+)'/.exec(text)?.[1]
}

it('everything that sends to a partner says what it discloses of a visit about substance use', () => {
  const handlers = readdirSync(domains, { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('.ts') && readFileSync(new URL(path, domains), 'utf8').includes(': TransmissionHandler<'),
  )
  expect(Object.fromEntries(handlers.toSorted().map((path) => [path, declared(path)]))).toEqual(senders)
})

import { startClearinghouse } from '../../packages/sandbox/src/clearinghouse/start-clearinghouse.ts'
import { startLaboratory } from '../../packages/sandbox/src/laboratory/start-laboratory.ts'
import { startMail } from '../../packages/sandbox/src/mail/start-mail.ts'
import { startPayments } from '../../packages/sandbox/src/payments/start-payments.ts'
import { startPharmacy } from '../../packages/sandbox/src/pharmacy/start-pharmacy.ts'
import { startSms } from '../../packages/sandbox/src/sms/start-sms.ts'
import type { SandboxOptions } from '../../packages/sandbox/src/start-sandbox.ts'
import { serveBench } from '../bench-process.ts'
import { lightFetch } from './light-fetch.ts'

export type SharedPartners = Required<Pick<SandboxOptions, 'pharmacy' | 'payments' | 'mail' | 'sms'>>
export type OwnPartners = Required<Pick<SandboxOptions, 'clearinghouse' | 'laboratory'>>

export interface PartnersOptions {
  /** All organizations use these; each has its own account with the pharmacies. */
  readonly shared: SharedPartners
  /** Of each organization: a mailbox and a laboratory belong to one. */
  readonly own: readonly OwnPartners[]
}

globalThis.fetch = lightFetch as typeof fetch

/** The simulated partners in a process of their own, reached over the network only. */
await serveBench<PartnersOptions>(async ({ shared, own }) => {
  const started: { stop(): Promise<void> }[] = [
    await startPharmacy(shared.pharmacy),
    await startPayments(shared.payments),
    await startMail({ ...shared.mail, keepsMail: false }),
    await startSms(shared.sms),
  ]
  for (const { clearinghouse, laboratory } of own)
    started.push(await startClearinghouse(clearinghouse), await startLaboratory(laboratory))
  return {
    ready: null,
    stop: async () => {
      await Promise.all(started.map((partner) => partner.stop()))
    },
  }
})

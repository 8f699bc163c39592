import { readFile } from 'node:fs/promises'
import type { Config } from '../config.ts'
import type { LaboratoryConfig } from '../config/partners-config.ts'
import { composeLaboratories } from './compose-laboratories.ts'
import type { Resolve } from '../platform/egress/permitted-address.ts'
import type { Egress } from '../platform/egress/egress.ts'
import type { Logger } from '../platform/logging/logger.ts'
import { createMailboxClearinghouse } from '../vendors/clearinghouse/mailbox/create-mailbox-clearinghouse.ts'
import type { ClearinghouseAccount, ClearinghouseProvider } from '../vendors/clearinghouse/provider.ts'
import { createMllpListener } from '../vendors/laboratory/mllp-listener.ts'
import type { Laboratories, LaboratoryInbox, LaboratoryListener } from '../vendors/laboratory/provider.ts'
import type { EmailProvider, SmsProvider } from '../vendors/notifications/provider.ts'
import { createSmtpProvider } from '../vendors/notifications/smtp/smtp-provider.ts'
import { createTelnyxProvider } from '../vendors/notifications/telnyx/telnyx-provider.ts'
import { createWebhookPoster, type WebhookPoster } from '../vendors/notifications/webhooks/post-webhook.ts'
import type { PaymentProcessor } from '../vendors/payments/provider.ts'
import { createStripeProcessor } from '../vendors/payments/stripe/stripe-processor.ts'
import { createScriptNetwork } from '../vendors/pharmacy/network/script-network.ts'
import type { PharmacyNetwork } from '../vendors/pharmacy/provider.ts'
import { requireVendorAgreement } from '../vendors/vendor-agreement.ts'

/** The partners that this deployment exchanges messages with, as configured; null for each that it does not have. */
export interface Partners {
  readonly pharmacies: PharmacyNetwork | null
  readonly laboratories: Laboratories
  /** Null if no results are received. */
  readonly laboratoryListener: ((inbox: LaboratoryInbox) => LaboratoryListener) | null
  readonly clearinghouseOf: (
    organizationId: string,
  ) => { readonly provider: ClearinghouseProvider; readonly account: ClearinghouseAccount } | null
  readonly paymentsOf: (organizationId: string) => PaymentProcessor | null
  /** The organizations that share the account of the payment processor. */
  readonly paidTogether: readonly string[]
  readonly email: EmailProvider | null
  readonly sms: SmsProvider | null
  readonly webhooks: WebhookPoster
}

/** A mailbox and an account hold money and PHI of the organizations that are named, so no other organization gets access. */
const only = <T>(organizationIds: readonly string[], partner: T | null) => {
  return (asking: string): T | null => (organizationIds.includes(asking) ? partner : null)
}

/** Creates the adapters. Each checks for an agreement in force before it sends anything. */
export const composePartners = async (
  config: Config,
  clock: () => Date,
  logger: Logger,
  egress: Egress,
  resolve?: Resolve,
): Promise<Partners> => {
  const { pharmacy, laboratory, clearinghouse, stripe, smtp, telnyx } = config.partners
  const permit = (vendor: string) => async (): Promise<void> =>
    requireVendorAgreement({ vendor, region: config.region, agreements: config.vendorAgreements, now: clock() })
  const account: ClearinghouseAccount | null = clearinghouse && {
    submitterId: clearinghouse.submitter.id,
    submitterName: clearinghouse.submitter.name,
    contactName: clearinghouse.submitter.contact,
    contactPhone: clearinghouse.submitter.phone,
    receiverId: clearinghouse.receiver.id,
    receiverName: clearinghouse.receiver.name,
    usage: clearinghouse.usage,
    delimiters: clearinghouse.delimiters,
    serviceTypes: clearinghouse.serviceTypes,
    ...(clearinghouse.senders.length > 0 && { senderIds: clearinghouse.senders }),
  }
  return {
    pharmacies:
      pharmacy &&
      createScriptNetwork({
        ...pharmacy,
        vendor: 'pharmacy',
        outgoing: egress.to('pharmacy'),
        permit: permit('pharmacy'),
        clock,
      }),
    laboratories: composeLaboratories(laboratory, { egress, permit, clock }),
    laboratoryListener: laboratory && (await prepareListener(laboratory, clock, logger)),
    clearinghouseOf: only(
      clearinghouse === null ? [] : [clearinghouse.organizationId],
      clearinghouse &&
        account && {
          account,
          provider: createMailboxClearinghouse({
            baseUrl: clearinghouse.baseUrl,
            apiKey: clearinghouse.apiKey,
            account,
            outgoing: egress.to('clearinghouse'),
            permit: permit('clearinghouse'),
          }),
        },
    ),
    paidTogether: stripe?.organizationIds ?? [],
    paymentsOf: only(
      stripe?.organizationIds ?? [],
      stripe &&
        createStripeProcessor({
          apiKey: stripe.apiKey,
          webhookSecret: stripe.webhookSecret,
          ...(stripe.apiBase === null ? {} : { apiBase: stripe.apiBase }),
          outgoing: egress.to('stripe'),
          permit: permit('stripe'),
        }),
    ),
    email:
      smtp &&
      createSmtpProvider({
        host: smtp.host,
        port: smtp.port,
        tls: smtp.tls,
        ...(smtp.auth === null ? {} : { auth: smtp.auth }),
        from: smtp.from,
        reportSecrets: smtp.reportSecrets,
        outgoing: egress.to('smtp'),
        permit: permit('smtp'),
      }),
    sms:
      telnyx &&
      createTelnyxProvider({
        apiKey: telnyx.apiKey,
        from: telnyx.from,
        publicKey: telnyx.publicKey,
        ...(telnyx.apiBase === null ? {} : { apiBase: telnyx.apiBase }),
        outgoing: egress.to('telnyx'),
        permit: permit('telnyx'),
      }),
    webhooks: createWebhookPoster({
      outgoing: egress.to('webhook'),
      allowPrivate: config.mode === 'development',
      ...(resolve && { resolve }),
    }),
  }
}

const prepareListener = async (
  { listen, processing, facilities, sender, listenTls }: LaboratoryConfig,
  clock: () => Date,
  logger: Logger,
): Promise<Partners['laboratoryListener']> => {
  const tls = listenTls && {
    certificate: await readFile(listenTls.certificateFile, 'utf8'),
    key: await readFile(listenTls.keyFile, 'utf8'),
    ...(listenTls.clientsCaFile !== null && { clientCertificates: await readFile(listenTls.clientsCaFile, 'utf8') }),
  }
  return (inbox) =>
    createMllpListener({
      ...listen,
      ...(tls === null ? {} : { tls }),
      facilities: facilities.map((each) => ({ ...each, receiver: sender })),
      processing,
      inbox,
      clock,
      onFault: (code) => logger.warn('a laboratory message was refused', { code }),
    })
}

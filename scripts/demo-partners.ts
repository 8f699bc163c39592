import { generateKeyPairSync, randomBytes } from 'node:crypto'
import type { SandboxOptions } from '../packages/sandbox/src/start-sandbox.ts'
import type { DemoPorts } from './demo-ports.ts'

/** Secrets of the partners that are used after the call. */
export interface PartnerSecrets {
  readonly pharmacySecret: string
  readonly clearinghouseKey: string
  readonly stripeKey: string
  readonly stripeWebhookSecret: string
  readonly telnyxKey: string
  /** Ed25519: the private key in PEM, and the public key in base64. */
  readonly telnyxSigningKey: string
  readonly telnyxPublicKey: string
  /** Signs mail that comes back: `whsec_...` */
  readonly mailReportSecret: string
}

/** New secrets. */
export const createPartnerSecrets = (): PartnerSecrets => {
  const secret = (): string => randomBytes(32).toString('base64url')
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  return {
    pharmacySecret: secret(),
    clearinghouseKey: secret(),
    stripeKey: `sk_test_${secret()}`,
    stripeWebhookSecret: `whsec_${secret()}`,
    telnyxKey: secret(),
    telnyxSigningKey: privateKey.export({ type: 'pkcs8', format: 'pem' }),
    telnyxPublicKey: Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url').toString('base64'),
    mailReportSecret: `whsec_${randomBytes(32).toString('base64')}`,
  }
}

/**
 * Options for a pharmacy network, a laboratory, a clearinghouse, a payment processor, a mail server and an SMS vendor, and the matching
 * configuration of the server.
 */
export const demoPartners = (parts: {
  readonly ports: DemoPorts
  readonly serverUrl: string
  readonly organizationId: string
  readonly secrets: PartnerSecrets
}): { readonly sandbox: SandboxOptions; readonly environment: Readonly<Record<string, string>> } => {
  const { ports, serverUrl, organizationId, secrets } = parts
  const local = (port: number): string => `http://localhost:${port}`
  return {
    sandbox: {
      pharmacy: {
        port: ports.pharmacy,
        accounts: [
          {
            accountId: 'lakeside',
            secret: secrets.pharmacySecret,
            webhookUrl: `${serverUrl}/v1/webhooks/pharmacy/${organizationId}`,
          },
        ],
      },
      laboratory: {
        port: ports.laboratory,
        controlPort: ports.laboratoryDesk,
        reportTo: { host: '127.0.0.1', port: ports.results },
        application: 'HARBORLAB',
        facility: 'HARBOR',
        automatic: { partialAfterMs: 4_000, finalAfterMs: 9_000 },
      },
      clearinghouse: {
        port: ports.clearinghouse,
        apiKey: secrets.clearinghouseKey,
        thinkMs: 6_000,
        // Nine digits, different at every start: the server still has the payments of the last start, and of the generated history.
        numbersAfter: Math.floor(Date.now() / 100) % 1_000_000_000,
      },
      payments: {
        port: ports.payments,
        apiKey: secrets.stripeKey,
        publicUrl: local(ports.payments),
        webhooks: [{ url: `${serverUrl}/v1/webhooks/payments/${organizationId}`, secret: secrets.stripeWebhookSecret }],
      },
      mail: {
        smtpPort: ports.mail,
        httpPort: ports.inbox,
        returnTo: { url: `${serverUrl}/v1/webhooks/mail/${organizationId}`, secret: secrets.mailReportSecret },
      },
      sms: { port: ports.sms, apiKey: secrets.telnyxKey, signingKey: secrets.telnyxSigningKey },
    },
    environment: {
      VISITKIT_PHARMACY_URL: local(ports.pharmacy),
      VISITKIT_PHARMACY_ACCOUNT: 'lakeside',
      VISITKIT_PHARMACY_SECRETS: secrets.pharmacySecret,
      VISITKIT_LABORATORY_ADDRESS: `127.0.0.1:${ports.laboratory}`,
      VISITKIT_LABORATORY_TLS: 'none',
      VISITKIT_LABORATORY_SENDER: 'VISITKIT/LAKESIDE',
      VISITKIT_LABORATORY_RECEIVER: 'HARBORLAB/HARBOR',
      VISITKIT_LABORATORY_LISTEN: `127.0.0.1:${ports.results}`,
      VISITKIT_LABORATORY_FACILITIES: `HARBORLAB/HARBOR/${organizationId}`,
      VISITKIT_CLEARINGHOUSE_URL: `${local(ports.clearinghouse)}/v1`,
      VISITKIT_CLEARINGHOUSE_ORGANIZATION: organizationId,
      VISITKIT_CLEARINGHOUSE_API_KEY: secrets.clearinghouseKey,
      VISITKIT_CLEARINGHOUSE_SUBMITTER: 'LAKESIDE/LAKESIDE HEALTH/BILLING OFFICE/5555550100',
      VISITKIT_CLEARINGHOUSE_RECEIVER: 'HARBORCH/HARBOR CLEARING',
      VISITKIT_CLEARINGHOUSE_SENDERS: 'SIMCLEAR',
      VISITKIT_STRIPE_API_KEY: secrets.stripeKey,
      VISITKIT_STRIPE_ORGANIZATION: organizationId,
      VISITKIT_STRIPE_WEBHOOK_SECRET: secrets.stripeWebhookSecret,
      VISITKIT_STRIPE_API_BASE: local(ports.payments),
      VISITKIT_SMTP_URL: `smtp+plain://127.0.0.1:${ports.mail}`,
      VISITKIT_MAIL_FROM: 'visits@lakeside.example',
      VISITKIT_MAIL_REPORT_SECRETS: secrets.mailReportSecret,
      VISITKIT_TELNYX_API_KEY: secrets.telnyxKey,
      VISITKIT_TELNYX_FROM: '+15555550100',
      VISITKIT_TELNYX_PUBLIC_KEY: secrets.telnyxPublicKey,
      VISITKIT_TELNYX_API_BASE: local(ports.sms),
    },
  }
}

/** The names under which their agreements are recorded. */
export const partnerVendors = ['pharmacy', 'laboratory', 'clearinghouse', 'stripe', 'smtp', 'telnyx'] as const

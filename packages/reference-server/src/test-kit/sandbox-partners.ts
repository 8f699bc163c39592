import { randomBytes } from 'node:crypto'
import type { SimulatedClearinghouse } from '../../../sandbox/src/clearinghouse/start-clearinghouse.ts'
import type { SimulatedLaboratory } from '../../../sandbox/src/laboratory/simulated-laboratory.ts'
import type { StartLaboratoryOptions } from '../../../sandbox/src/laboratory/start-laboratory.ts'
import type { SimulatedMail } from '../../../sandbox/src/mail/start-mail.ts'
import type { SimulatedProcessor } from '../../../sandbox/src/payments/start-payments.ts'
import type { SimulatedPharmacies } from '../../../sandbox/src/pharmacy/start-pharmacy.ts'
import type { SimulatedSms } from '../../../sandbox/src/sms/start-sms.ts'
import type { SimulatedDaily } from '../../../sandbox/src/video/start-video.ts'
import { freePort } from './free-port.ts'

/** The sandbox's partners, by their role for a hospital. Tests reach them only over the network. */
export interface SandboxPartners {
  readonly video: SimulatedDaily
  readonly pharmacy: SimulatedPharmacies
  readonly laboratory: SimulatedLaboratory
  /** A second laboratory of the hospital, `genetics`; together with `laboratory`, and after it. */
  readonly genetics: SimulatedLaboratory
  readonly clearinghouse: SimulatedClearinghouse
  readonly payments: SimulatedProcessor
  readonly mail: SimulatedMail
  readonly sms: SimulatedSms
}
export type PartnerName = keyof SandboxPartners

/** Settings of a partner. The defaults suit most tests. */
export interface PartnerOptions {
  readonly video?: { readonly mode?: SimulatedDaily['mode'] }
  readonly laboratory?: Pick<StartLaboratoryOptions, 'tls'>
}

export interface PartnerSettings extends PartnerOptions {
  readonly organizationId: string
  /** The clock of the hospital. Its partners use the same. */
  readonly clock: () => Date
}

/** The addresses of a server that listens. */
export interface ListeningServer {
  readonly url: string
  readonly organizationId: string
  readonly resultsPort: number | null
}

export interface StartedPartner<Partner> {
  readonly partner: Partner
  /** Variables with which the server uses this partner. */
  readonly environment: Readonly<Record<string, string>>
  /** The name under which an agreement is recorded. */
  readonly vendor: string
  /** Gives the partner the address for its reports, once the server listens. */
  connect?(server: ListeningServer): void
}

/** Shared by the server and its partner. A test that acts as the partner signs with it. */
export const webhookSecrets = {
  video: randomBytes(32).toString('base64'),
  pharmacy: 'a secret of this test',
  payments: 'whsec_clinic_sample',
  mail: `whsec_${randomBytes(32).toString('base64')}`,
} as const

/** An organization that shares the account of the payment processor; no test has it unless it creates it. */
export const sharingOrganization = '0192b3a0-0000-7000-8000-000000000148'

export const pharmacyAccount = 'lakeside-sample'

/** Started when a test asks for them. Their modules are loaded only then. */
export const partnerStarters: {
  readonly [Name in PartnerName]: (settings: PartnerSettings) => Promise<StartedPartner<SandboxPartners[Name]>>
} = {
  video: async ({ video: { mode = 'hipaa' as const } = {} }) => {
    const { startVideo } = await import('../../../sandbox/src/video/start-video.ts')
    const partner = await startVideo({ port: 0, mode })
    return {
      partner,
      vendor: 'daily',
      environment: {
        VISITKIT_VIDEO: 'peer,daily',
        VISITKIT_DAILY_MODE: mode,
        VISITKIT_DAILY_API_KEY: partner.apiKey,
        VISITKIT_DAILY_DOMAIN_ID: partner.domainId,
        VISITKIT_DAILY_API_BASE: partner.apiBase,
        VISITKIT_DAILY_WEBHOOK_SECRET: webhookSecrets.video,
      },
    }
  },
  pharmacy: async ({ clock }) => {
    const { startPharmacy } = await import('../../../sandbox/src/pharmacy/start-pharmacy.ts')
    const [accountId, secret] = [pharmacyAccount, webhookSecrets.pharmacy]
    // A placeholder on which nothing listens. The server's address is known only later.
    const webhookUrl = 'http://127.0.0.1:1/'
    const partner = await startPharmacy({
      port: 0,
      accounts: [{ accountId, secret, webhookUrl }],
      clock,
      retryAfter: 10,
    })
    return {
      partner,
      vendor: 'pharmacy',
      environment: {
        VISITKIT_PHARMACY_URL: partner.url,
        VISITKIT_PHARMACY_ACCOUNT: accountId,
        VISITKIT_PHARMACY_SECRETS: secret,
      },
      connect: ({ url, organizationId }) => partner.reportTo(`${url}/v1/webhooks/pharmacy/${organizationId}`),
    }
  },
  laboratory: async ({ organizationId, clock, laboratory = {} }) => {
    const { startLaboratory } = await import('../../../sandbox/src/laboratory/start-laboratory.ts')
    const partner = await startLaboratory({ port: 0, controlPort: 0, clock, ...laboratory })
    return {
      partner,
      vendor: 'laboratory',
      environment: {
        VISITKIT_LABORATORY_ADDRESS: `127.0.0.1:${partner.port}`,
        VISITKIT_LABORATORY_TLS: laboratory.tls === undefined ? 'none' : 'required',
        VISITKIT_LABORATORY_SENDER: 'VISITKIT/LAKESIDE',
        VISITKIT_LABORATORY_RECEIVER: 'LAB/EXAMPLE-LAB',
        VISITKIT_LABORATORY_LISTEN: '127.0.0.1:0',
        VISITKIT_LABORATORY_FACILITIES: `LAB/EXAMPLE-LAB/${organizationId}`,
      },
      connect: ({ resultsPort }) => {
        if (resultsPort !== null) partner.reportTo({ host: '127.0.0.1', port: resultsPort })
      },
    }
  },
  genetics: async ({ organizationId, clock }) => {
    const { startLaboratory } = await import('../../../sandbox/src/laboratory/start-laboratory.ts')
    const sends = { application: 'GENE', facility: 'EXAMPLE-GENETICS' }
    const partner = await startLaboratory({ port: 0, controlPort: 0, clock, ...sends })
    return {
      partner,
      vendor: 'laboratory-genetics',
      environment: {
        VISITKIT_LABORATORY_OTHERS: `genetics/Example Genetics/127.0.0.1:${partner.port}/GENE/EXAMPLE-GENETICS`,
        VISITKIT_LABORATORY_FACILITIES: `LAB/EXAMPLE-LAB/${organizationId},genetics=GENE/EXAMPLE-GENETICS/${organizationId}`,
      },
      connect: ({ resultsPort }) => {
        if (resultsPort !== null) partner.reportTo({ host: '127.0.0.1', port: resultsPort })
      },
    }
  },
  clearinghouse: async ({ organizationId, clock }) => {
    const { startClearinghouse } = await import('../../../sandbox/src/clearinghouse/start-clearinghouse.ts')
    const partner = await startClearinghouse({ port: 0, now: clock })
    return {
      partner,
      vendor: 'clearinghouse',
      environment: {
        VISITKIT_CLEARINGHOUSE_URL: partner.apiBase,
        VISITKIT_CLEARINGHOUSE_API_KEY: partner.apiKey,
        VISITKIT_CLEARINGHOUSE_SUBMITTER: 'LAKESIDEHLTH/Lakeside Health/Billing Desk/6145550100',
        VISITKIT_CLEARINGHOUSE_RECEIVER: 'SIMCLEAR/Simulated Clearinghouse',
        VISITKIT_CLEARINGHOUSE_ORGANIZATION: organizationId,
      },
    }
  },
  payments: async ({ organizationId, clock }) => {
    const { startPayments } = await import('../../../sandbox/src/payments/start-payments.ts')
    const partner = await startPayments({ port: 0, slowMs: 1, now: clock })
    return {
      partner,
      vendor: 'stripe',
      environment: {
        VISITKIT_STRIPE_API_KEY: partner.apiKey,
        VISITKIT_STRIPE_API_BASE: partner.apiBase,
        VISITKIT_STRIPE_WEBHOOK_SECRET: webhookSecrets.payments,
        VISITKIT_STRIPE_ORGANIZATION: `${organizationId},${sharingOrganization}`,
      },
      connect: ({ url }) =>
        partner.webhooks.endpoints.push({
          url: `${url}/v1/webhooks/payments/${organizationId}`,
          secret: webhookSecrets.payments,
        }),
    }
  },
  mail: async ({ clock }) => {
    const { startMail } = await import('../../../sandbox/src/mail/start-mail.ts')
    const partner = await startMail({ smtpPort: 0, httpPort: 0, clock })
    return {
      partner,
      vendor: 'smtp',
      environment: {
        VISITKIT_SMTP_URL: `smtp+plain://127.0.0.1:${partner.smtpPort}`,
        VISITKIT_MAIL_FROM: 'no-reply@lakeside.example',
        VISITKIT_MAIL_REPORT_SECRETS: webhookSecrets.mail,
      },
      connect: ({ url, organizationId }) =>
        partner.returned.reportTo({ url: `${url}/v1/webhooks/mail/${organizationId}`, secret: webhookSecrets.mail }),
    }
  },
  sms: async ({ clock }) => {
    const { startSms } = await import('../../../sandbox/src/sms/start-sms.ts')
    const partner = await startSms({ port: 0, reportAfterMs: 5, clock })
    // Each message names the URL for its report, so the port is chosen before the server starts.
    const port = await freePort()
    return {
      partner,
      vendor: 'telnyx',
      environment: {
        VISITKIT_PORT: String(port),
        VISITKIT_PUBLIC_URL: `http://127.0.0.1:${port}`,
        VISITKIT_TELNYX_API_KEY: partner.apiKey,
        VISITKIT_TELNYX_FROM: '+16145550199',
        VISITKIT_TELNYX_PUBLIC_KEY: partner.publicKey,
        VISITKIT_TELNYX_API_BASE: partner.url,
      },
    }
  },
}

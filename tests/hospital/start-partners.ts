import { startPharmacy } from '../../packages/sandbox/src/pharmacy/start-pharmacy.ts'
import { startBillingPartners } from '../requests/billing.ts'
import { smsVendor } from '../requests/messaging.ts'
import { pharmacyAccount } from '../requests/prescriptions.ts'
import { videoVendor } from '../requests/video-webhook.ts'

export interface HospitalPartners {
  /** Settings with every partner that an operation may use, for one organization. */
  readonly environment: Readonly<Record<string, string>>
  stop(): Promise<void>
}

const vendors = ['daily', 'pharmacy', 'laboratory', 'clearinghouse', 'stripe', 'telnyx']

/**
 * Partners for requests that must succeed. The pharmacies and the payment processor run, because their immediate response is needed;
 * messages that are sent after the response go nowhere. Start them before the server; they sign with its clock.
 */
export const startPartners = async (organizationId: string, clock: () => Date): Promise<HospitalPartners> => {
  const pharmacies = await startPharmacy({
    port: 0,
    clock,
    accounts: [{ ...pharmacyAccount, webhookUrl: 'http://127.0.0.1:1/' }],
  })
  const billing = await startBillingPartners(organizationId)
  return {
    environment: {
      ...videoVendor,
      ...smsVendor,
      ...billing.environment,
      VISITKIT_PHARMACY_URL: pharmacies.url,
      VISITKIT_PHARMACY_ACCOUNT: pharmacyAccount.accountId,
      VISITKIT_PHARMACY_SECRETS: pharmacyAccount.secret,
      VISITKIT_LABORATORY_ADDRESS: '127.0.0.1:1',
      VISITKIT_LABORATORY_TLS: 'none',
      VISITKIT_LABORATORY_SENDER: 'VISITKIT/HOSPITAL',
      VISITKIT_LABORATORY_RECEIVER: 'LAB/LAB',
      VISITKIT_LABORATORY_LISTEN: '127.0.0.1:0',
      VISITKIT_VENDOR_AGREEMENTS: vendors.map((vendor) => `${vendor}:us:2026-01-01:`).join(),
    },
    stop: async () => {
      await pharmacies.stop()
      await billing.stop()
    },
  }
}

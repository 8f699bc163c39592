import { randomUUID } from 'node:crypto'
import { partnerStarters } from '../../packages/reference-server/src/test-kit/sandbox-partners.ts'
import { messageVendors } from '../requests/messaging.ts'
import { videoVendor } from '../requests/video-webhook.ts'

export interface HospitalPartners {
  /** With which the server has every partner that an operation may ask for, for one organization. */
  readonly environment: Readonly<Record<string, string>>
  stop(): Promise<void>
}

const vendors = ['daily', 'pharmacy', 'laboratory', 'clearinghouse', 'stripe', 'telnyx']

/**
 * Partners for requests that must be granted: the pharmacies and the payment processor answer during the request, so they are started. The
 * others get only what is sent after the response, and nothing listens at their addresses. Start them before the server, by whose clock
 * they sign.
 */
export const startPartners = async (organizationId: string, clock: () => Date): Promise<HospitalPartners> => {
  const settings = { organizationId, clock }
  const started = await Promise.all([partnerStarters.pharmacy(settings), partnerStarters.payments(settings)])
  return {
    environment: {
      ...videoVendor,
      ...messageVendors,
      ...Object.assign({}, ...started.map(({ environment }) => environment)),
      VISITKIT_CLEARINGHOUSE_URL: 'http://127.0.0.1:1/v1',
      VISITKIT_CLEARINGHOUSE_API_KEY: randomUUID(),
      VISITKIT_CLEARINGHOUSE_SUBMITTER: 'LAKESIDEHLTH/Lakeside Health/Billing Desk/6145550100',
      VISITKIT_CLEARINGHOUSE_RECEIVER: 'SIMCLEAR/Simulated Clearinghouse',
      VISITKIT_CLEARINGHOUSE_ORGANIZATION: organizationId,
      VISITKIT_LABORATORY_ADDRESS: '127.0.0.1:1',
      VISITKIT_LABORATORY_TLS: 'none',
      VISITKIT_LABORATORY_SENDER: 'VISITKIT/HOSPITAL',
      VISITKIT_LABORATORY_RECEIVER: 'LAB/LAB',
      VISITKIT_LABORATORY_LISTEN: '127.0.0.1:0',
      VISITKIT_VENDOR_AGREEMENTS: vendors.map((vendor) => `${vendor}:us:2026-01-01:`).join(),
    },
    stop: async () => {
      await Promise.all(started.map(({ partner }) => partner.stop()))
    },
  }
}

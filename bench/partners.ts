import { createPartnerSecrets, demoPartners, partnerVendors, type PartnerSecrets } from '../scripts/demo-partners.ts'
import { demoPortCount, demoPortsFrom, type DemoPorts } from '../scripts/demo-ports.ts'
import { freePorts } from '../scripts/free-ports.ts'
import { startBenchProcess } from './bench-process.ts'
import type { PartneredOrganization } from './servers/organization-partners.ts'
import type { OwnPartners, PartnersOptions, SharedPartners } from './servers/partners.ts'

export interface BenchPartners {
  readonly processId: number
  /** The server's settings for the partners of each organization. */
  readonly organizations: readonly PartneredOrganization[]
  stop(): Promise<void>
}

/** Milliseconds. Shorter than in reality, like every wait in the bench; the order of events is unchanged. */
const payerDelayMs = 500
const laboratoryDelays = { partialAfterMs: 1_000, finalAfterMs: 2_000 }

/** So that their garbage is not collected while the server is measured. */
const roomForYoungObjects = ['--min-semi-space-size=64', '--max-semi-space-size=128']

/**
 * The simulated partners of the demonstration as a separate process, reached over the network: pharmacies, laboratory, clearinghouse,
 * payments, mail and text messages. Each organization has its own pharmacy account, laboratory and clearinghouse. Their CPU does not count
 * as the server's.
 */
export const startBenchPartners = async (organizations = 1): Promise<BenchPartners> => {
  const ports = await freePorts(demoPortCount + 3 * organizations)
  const sharedPorts = demoPortsFrom(ports.splice(0, demoPortCount))
  const secrets = createPartnerSecrets()
  const all = Array.from({ length: organizations }, (_, index) => {
    const [laboratory = 0, laboratoryDesk = 0, clearinghouse = 0] = ports.slice(3 * index)
    return partnersOf(index, { ...sharedPorts, laboratory, laboratoryDesk, clearinghouse }, secrets)
  })
  const [first] = all
  if (!first) throw new Error('no organization')
  const options: PartnersOptions = {
    shared: {
      ...first.shared,
      pharmacy: { ...first.shared.pharmacy, accounts: all.flatMap(({ shared: { pharmacy } }) => pharmacy.accounts) },
    },
    own: all.map(({ own }) => own),
  }
  // One listener, set up by the first organization's settings, receives the results of every laboratory.
  const facilities = all.map(({ environment }) => environment['VISITKIT_LABORATORY_FACILITIES'] ?? '').join()
  const started = await startBenchProcess<null>('partners', options, {}, roomForYoungObjects)
  return {
    processId: started.processId,
    organizations: all.map(({ organizationId, environment }, index) => ({
      organizationId,
      environment: {
        ...environment,
        ...(index === 0 && { VISITKIT_LABORATORY_FACILITIES: facilities }),
        VISITKIT_PORT: String(sharedPorts.server),
        VISITKIT_VENDOR_AGREEMENTS: partnerVendors.map((vendor) => `${vendor}:us:2026-01-01:`).join(),
      },
    })),
    stop: started.stop,
  }
}

/** The partners of one organization. */
const partnersOf = (index: number, ports: DemoPorts, secrets: PartnerSecrets) => {
  const organizationId = crypto.randomUUID()
  const { sandbox, environment } = demoPartners({
    ports,
    serverUrl: `http://127.0.0.1:${ports.server}`,
    organizationId,
    secrets,
  })
  const facility = `HARBOR${index}`
  const account = `lakeside-${index}`
  const { clearinghouse, laboratory, pharmacy, payments, mail, sms } = sandbox
  if (!clearinghouse || !laboratory || !pharmacy || !payments || !mail || !sms) throw new Error('a partner is missing')
  return {
    organizationId,
    shared: {
      pharmacy: { ...pharmacy, accounts: pharmacy.accounts.map((each) => ({ ...each, accountId: account })) },
      payments,
      mail,
      sms,
    } satisfies SharedPartners,
    own: {
      clearinghouse: { ...clearinghouse, thinkMs: payerDelayMs },
      laboratory: { ...laboratory, facility, automatic: laboratoryDelays },
    } satisfies OwnPartners,
    environment: {
      ...environment,
      VISITKIT_PHARMACY_ACCOUNT: account,
      VISITKIT_LABORATORY_RECEIVER: `HARBORLAB/${facility}`,
      VISITKIT_LABORATORY_FACILITIES: `HARBORLAB/${facility}/${organizationId}`,
    },
  }
}

import { composeEgress } from '../../packages/reference-server/src/composition/compose-egress.ts'
import { composePartners as composeOwnPartners } from '../../packages/reference-server/src/composition/compose-partners.ts'
import type { Partners } from '../../packages/reference-server/src/composition/compose-partners.ts'
import { readConfig } from '../../packages/reference-server/src/config.ts'
import { organizationOfNpi } from '../npi.ts'

export interface PartneredOrganization {
  readonly organizationId: string
  /** The server's settings as if this were its only organization. */
  readonly environment: Readonly<Record<string, string>>
}

let organizations: readonly PartneredOrganization[] = []

/** Called before the server is composed. The order is that of `organizationOfNpi`. */
export const setOrganizations = (given: readonly PartneredOrganization[]): void => void (organizations = given)

/**
 * Replaces `composePartners` of the server in the bench (see redirect-imports.ts): each organization has the partners that the server
 * composes for it from its own settings. A mailbox and an account belong to an organization anyway. What is sent to a pharmacy or a
 * laboratory goes where the practitioner's organization has its account; their messages name the organization, as in every server.
 */
export const composePartners: typeof composeOwnPartners = async (config, ...others): Promise<Partners> => {
  const own = await composeOwnPartners(config, ...others)
  if (organizations.length <= 1) return own
  const all: Partners[] = []
  const [clock, logger, , resolve] = others
  for (const { environment } of organizations) {
    const ofOrganization = readConfig(environment)
    // The recipients that the settings of this organization name.
    const egress = composeEgress(ofOrganization, logger, resolve)
    all.push(await composeOwnPartners(ofOrganization, clock, logger, egress, resolve))
  }
  const byOrganization = new Map(organizations.map(({ organizationId }, index) => [organizationId, all[index]]))
  const of = (npi: string): Partners => {
    const found = all[organizationOfNpi(npi)]
    if (!found) throw new Error('the practitioner belongs to no organization of the bench')
    return found
  }
  return {
    ...own,
    pharmacies: own.pharmacies && {
      ...own.pharmacies,
      send: (message, signal) => {
        const network = 'prescriber' in message.body ? of(message.body.prescriber.npi).pharmacies : own.pharmacies
        if (!network) throw new Error('the organization has no pharmacy network')
        return network.send(message, signal)
      },
    },
    laboratories: {
      ...own.laboratories,
      of: (id) => ({
        ...own.laboratories.of(id),
        send: (request, signal) => of(request.order.practitioner.npi).laboratories.of(id).send(request, signal),
      }),
    },
    clearinghouseOf: (organizationId) => byOrganization.get(organizationId)?.clearinghouseOf(organizationId) ?? null,
    paymentsOf: (organizationId) => byOrganization.get(organizationId)?.paymentsOf(organizationId) ?? null,
  }
}

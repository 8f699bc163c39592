import type { LaboratoryConfig } from '../config/partners-config.ts'
import { PartnerUnavailable } from '../platform/partners/partner-unavailable.ts'
import { createMllpLaboratory } from '../vendors/laboratory/mllp-laboratory.ts'
import type { Egress } from '../platform/egress/egress.ts'
import { firstLaboratory, type Laboratories, type Laboratory } from '../vendors/laboratory/provider.ts'
import { vendorOfLaboratory } from '../config/vendor-of-laboratory.ts'
import { vendorNotPermitted } from '../vendors/vendor-agreement.ts'

const noLaboratory: Laboratory = {
  permit: () => Promise.reject(vendorNotPermitted('this deployment has no such laboratory')),
  // For orders placed while it was configured: they are retried and end as undelivered.
  send: () => Promise.reject(new PartnerUnavailable('no-laboratory')),
}

interface LaboratoriesDeps {
  readonly egress: Egress
  /** Of a company: throws unless an agreement with it is in force. */
  readonly permit: (vendor: string) => () => Promise<void>
  readonly clock: () => Date
}

/** The laboratories as configured. Each is a company of its own, with its own agreement. Null: there is none, and orders are refused. */
export const composeLaboratories = (
  config: LaboratoryConfig | null,
  { egress, permit, clock }: LaboratoriesDeps,
): Laboratories => {
  if (config === null) {
    const only = [{ id: firstLaboratory, name: firstLaboratory }]
    return { ids: [firstLaboratory], listOf: () => only, of: () => noLaboratory }
  }
  const { name, address, receiver, sender, processing, tls, others, facilities } = config
  const known = [{ id: firstLaboratory, name, address, receiver }, ...others]
  const laboratories = new Map(
    known.map((each) => [
      each.id,
      createMllpLaboratory({
        outgoing: egress.to(vendorOfLaboratory(each.id)),
        permit: permit(vendorOfLaboratory(each.id)),
        clock,
        address: { ...each.address, ...(tls === 'required' ? { tls: {} } : {}) },
        receiver: each.receiver,
        sender,
        processing,
      }),
    ]),
  )
  const reportsTo = (laboratoryId: string, organizationId: string): boolean =>
    facilities.some((each) => each.laboratoryId === laboratoryId && each.organizationId === organizationId)
  return {
    ids: known.map(({ id }) => id),
    listOf: (organizationId) =>
      known
        .filter(({ id }) => id === firstLaboratory || reportsTo(id, organizationId))
        .map((each) => ({ id: each.id, name: each.name })),
    of: (laboratoryId) => laboratories.get(laboratoryId) ?? noLaboratory,
  }
}

import type { components } from '@visitkit/contract'

type Proxy = components['schemas']['Proxy']

/** A right as the contract shows it: not as whom the person signs in. */
export const describeProxy = (
  right: Omit<Proxy, 'scope'> & { readonly scope: readonly Proxy['scope'][number][] },
): Proxy => ({
  id: right.id,
  patientId: right.patientId,
  displayName: right.displayName,
  relationship: right.relationship,
  ...(right.email !== undefined && { email: right.email }),
  ...(right.phone !== undefined && { phone: right.phone }),
  scope: [...right.scope],
  from: right.from,
  to: right.to,
})

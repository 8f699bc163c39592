import type { AnyKysely } from '../../../platform/contracts/database.ts'
import { tooManyEndpoints } from '../problems.ts'
import { listEndpoints } from '../store/webhooks.ts'

/** Disabled endpoints are kept for their delivery log, but limited: the list is not paged. */
const maxEndpointsInAll = 100

/** Throws if one more endpoint, or one more enabled one, would exceed the limit. The caller holds `lockEndpoints`. */
export const requireEndpointCapacity = async (
  tx: AnyKysely,
  most: number,
  what: 'another' | 'turned-on',
): Promise<void> => {
  const all = await listEndpoints(tx)
  const active = all.filter(({ status }) => status === 'active').length
  if (active >= most || (what === 'another' && all.length >= maxEndpointsInAll)) throw tooManyEndpoints(most)
}

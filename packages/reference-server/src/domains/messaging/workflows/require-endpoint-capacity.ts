import type { AnyKysely } from '../../../platform/contracts/database.ts'
import { tooManyEndpoints } from '../problems.ts'
import { listEndpoints } from '../store/webhooks.ts'

/** Those that are off are kept for what was delivered to them, but not without end: the list is read whole. */
const maxEndpointsInAll = 100

/** Throws when one more endpoint, or one more that is on, would be too many. The caller holds `lockEndpoints`. */
export const requireEndpointCapacity = async (
  tx: AnyKysely,
  most: number,
  what: 'another' | 'turned-on',
): Promise<void> => {
  const all = await listEndpoints(tx)
  const active = all.filter(({ status }) => status === 'active').length
  if (active >= most || (what === 'another' && all.length >= maxEndpointsInAll)) throw tooManyEndpoints(most)
}

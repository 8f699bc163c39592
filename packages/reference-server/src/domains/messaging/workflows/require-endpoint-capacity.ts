import { tooManyEndpoints } from '../problems.ts'
import type { EndpointList } from '../store/webhooks.ts'

/** Disabled endpoints are kept for their delivery log, but limited: the list is not paged. */
const maxEndpointsInAll = 100

/** Throws if one more endpoint, or one more enabled one, would exceed the limit. The caller replaces the list. */
export const requireEndpointCapacity = (
  { endpoints }: EndpointList,
  most: number,
  what: 'another' | 'turned-on',
): void => {
  const active = endpoints.filter(({ status }) => status === 'active').length
  if (active >= most || (what === 'another' && endpoints.length >= maxEndpointsInAll)) throw tooManyEndpoints(most)
}

import type { Regions } from '../../identity/regions.ts'
import type { Step } from '../pipeline-step.ts'

/** Refuses a request for an organization of another region: of its session, or of the path that a partner calls. */
export const requireRegion = ({ regions }: { readonly regions: Regions }): Step => ({
  name: 'require-region',
  run: (exchange, next) => {
    const organizationId = exchange.session?.organizationId ?? exchange.pathParameters['organizationId']
    if (organizationId !== undefined) regions.requireOrganization(organizationId)
    return next(exchange)
  },
})

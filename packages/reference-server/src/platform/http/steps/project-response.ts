import type { Permissions } from '../../identity/permissions.ts'
import { callerOf } from '../exchange.ts'
import type { Step } from '../pipeline-step.ts'
import { statedPurpose } from '../stated-purpose.ts'
import { resultOf } from './validate-response.ts'

/**
 * Omits the properties that the caller's roles may not read, or not for the purpose that the request states (45 CFR 164.502(b)). The contract
 * declares them (`@readableWith`); no handler decides it. A response that is replayed is projected again.
 */
export const projectResponse = ({ permissions }: { readonly permissions: Permissions }): Step => ({
  name: 'project-response',
  run: (exchange, next) => {
    const result = resultOf(exchange)
    const projection = exchange.route.responses.get(result.status)?.projection ?? null
    if (projection === null) return next(exchange)
    const { roles } = callerOf(exchange)
    const stated = statedPurpose(exchange)
    const may = (permission: string): boolean => permissions.grantFor(roles, permission, stated) !== null
    if (!projection.permissions.every(may)) exchange.result = { ...result, body: projection.apply(result.body, may) }
    return next(exchange)
  },
})

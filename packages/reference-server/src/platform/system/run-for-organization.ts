import { systemRequestContext } from './system-request-context.ts'
import type { WriteContext } from '../contracts/context.ts'
import type { UnitOfWork } from '../contracts/unit-of-work.ts'

/** One transaction of the server itself in one organization. */
export type RunForOrganization = <A>(
  organizationId: string,
  now: Date,
  keep: (context: WriteContext) => Promise<A>,
) => Promise<A>

/**
 * A unit of work of the server's own, by default of a domain's timers. They show nobody's information, so no access is recorded; what they
 * change is told by events. Work that opens what is sealed brings its own audit rows, not this.
 */
export const runForOrganization =
  (unitOfWork: UnitOfWork, domain: string, worker = `${domain}.timer`): RunForOrganization =>
  async (organizationId, now, keep) => {
    const context = systemRequestContext(worker, organizationId, now)
    const { result } = await unitOfWork.run({ domain, context, idempotency: null, audit: () => [] }, keep)
    return result
  }

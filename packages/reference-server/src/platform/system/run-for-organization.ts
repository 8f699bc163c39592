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
 * A unit of work of the server itself, by default for a domain's jobs. Jobs show information to no person, so no access is recorded;
 * their changes are in events. Work that decrypts must write its own audit rows instead of using this.
 */
export const runForOrganization =
  (unitOfWork: UnitOfWork, domain: string, worker = `${domain}.timer`): RunForOrganization =>
  async (organizationId, now, keep) => {
    const context = systemRequestContext(worker, organizationId, now)
    const { result } = await unitOfWork.run({ domain, context, idempotency: null, audit: () => [] }, keep)
    return result
  }

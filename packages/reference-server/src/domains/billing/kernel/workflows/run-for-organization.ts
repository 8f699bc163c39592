import { systemAccess } from '../../../../platform/system/system-access.ts'
import { systemSituation } from '../../../../platform/system/system-situation.ts'
import type { Keeping } from '../../../../platform/contracts/context.ts'
import type { UnitOfWork } from '../../../../platform/contracts/unit-of-work.ts'

export type RunForOrganization = <A>(
  organizationId: string,
  timer: string,
  now: Date,
  keep: (keeping: Keeping) => Promise<A>,
) => Promise<A>

/** A timer's unit of work. Whose information it opens or changes stands in the audit, under the timer's name. */
export const runForOrganization =
  (unitOfWork: UnitOfWork): RunForOrganization =>
  async (organizationId, timer, now, keep) => {
    const situation = systemSituation(timer, organizationId, now)
    const act = { entity: 'Account', entityId: null, because: 'billing', purpose: 'HPAYMT' } as const
    const audit = () =>
      Array.from(situation.access.touched, (patientId) => systemAccess(situation, { ...act, patientId }))
    const { answer } = await unitOfWork.run({ domain: 'billing', situation, idempotency: null, audit }, keep)
    return answer
  }

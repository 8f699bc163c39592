import { systemAccess } from '../../../../platform/system/system-access.ts'
import { systemRequestContext } from '../../../../platform/system/system-request-context.ts'
import type { WriteContext } from '../../../../platform/contracts/context.ts'
import type { UnitOfWork } from '../../../../platform/contracts/unit-of-work.ts'

export type RunForOrganization = <A>(
  organizationId: string,
  timer: string,
  now: Date,
  keep: (context: WriteContext) => Promise<A>,
) => Promise<A>

/** A timer's unit of work. The audit log names, under the timer's name, every patient whose information it decrypts or changes. */
export const runForOrganization =
  (unitOfWork: UnitOfWork): RunForOrganization =>
  async (organizationId, timer, now, keep) => {
    const context = systemRequestContext(timer, organizationId, now)
    const act = { entity: 'Account', entityId: null, because: 'billing', purpose: 'HPAYMT' } as const
    const audit = () => Array.from(context.access.touched, (patientId) => systemAccess(context, { ...act, patientId }))
    const { result } = await unitOfWork.run({ domain: 'billing', context, idempotency: null, audit }, keep)
    return result
  }

import { systemAccess } from '../../../../platform/system/system-access.ts'
import type { Change } from '../../../../platform/contracts/change.ts'
import type { ReadContext } from '../../../../platform/contracts/context.ts'
import type { UnitOfWork } from '../../../../platform/contracts/unit-of-work.ts'

/** Gathers and decides; again, if what was gathered has changed. */
export type KeepForOrganization = (
  organizationId: string,
  timer: string,
  now: Date,
  decide: (context: ReadContext) => Promise<Change<void>>,
) => Promise<void>

/** A timer's change. The audit log names, under the timer's name, every patient whose information it decrypts or changes. */
export const keepForOrganization =
  (
    unitOfWork: UnitOfWork,
    readContextOf: (organizationId: string, timer: string, now: Date) => ReadContext,
  ): KeepForOrganization =>
  async (organizationId, timer, now, decide) => {
    const context = readContextOf(organizationId, timer, now)
    const act = { entity: 'Account', entityId: null, because: 'billing', purpose: 'HPAYMT' } as const
    const audit = () => Array.from(context.access.touched, (patientId) => systemAccess(context, { ...act, patientId }))
    await unitOfWork.keep<void>({ domain: 'billing', context, idempotency: null, audit }, () => decide(context))
  }

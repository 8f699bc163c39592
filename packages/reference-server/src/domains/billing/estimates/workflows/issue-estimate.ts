import type { WriteContext, ReadContext } from '../../../../platform/contracts/context.ts'
import { estimateDue, estimateIssued, estimateReplaced } from '../../events.ts'
import type { EstimatePolicy } from '../../kernel/model/billing-policy.ts'
import type { BillingSettings } from '../../kernel/model/billing-settings.ts'
import type { Estimate } from '../model/estimate.ts'
import { localDay } from '../../kernel/model/local-day.ts'
import { usualItems, type UsualItems } from '../model/usual-items.ts'
import type { BillingPorts, BookedAppointment, Practitioner } from '../../ports.ts'
import { lockEstimatesByAppointment, insertEstimate, updateEstimate } from '../store/estimates.ts'
import type { FeeSchedule } from '../../fees/store/fees.ts'
import { readPrices } from '../../fees/store/terms.ts'

/** The data of an estimate, as it is now. */
export interface EstimateSources {
  readonly zone: string
  readonly settings: BillingSettings
  readonly fees: FeeSchedule
}

export const gatherEstimateSources = async (
  { directory }: Pick<BillingPorts, 'directory'>,
  context: ReadContext,
): Promise<EstimateSources> => {
  const [{ zone }, { settings, fees }] = await Promise.all([directory.organization(context), readPrices(context.db)])
  return { zone, settings, fees }
}

/** The usual services of an appointment at the prices of its day, or what is missing for them. */
export const itemsOfAppointment = (
  { zone, settings, fees }: EstimateSources,
  appointment: Pick<BookedAppointment, 'start' | 'type'>,
  practitioner: Pick<Practitioner, 'npi' | 'licenses'>,
): UsualItems =>
  usualItems({
    visitTypeCode: appointment.type.code,
    day: localDay(appointment.start, zone),
    fees: fees.items,
    settings,
    practitioner,
  })

/** An estimate whose services a person chose is never replaced automatically. `known` are the estimates of the appointment. */
export const requireManualChoice = (known: readonly Estimate[], usual: UsualItems): UsualItems =>
  known.some(({ status, issuedBy }) => status === 'issued' && issuedBy === 'member')
    ? { items: null, missing: ['manual'] }
    : usual

interface Issue {
  readonly by: NonNullable<Estimate['issuedBy']>
  readonly items: Estimate['items']
  readonly diagnosisCodes: Estimate['diagnosisCodes']
  readonly feeVersion: number | null
  readonly zone: string
  readonly policy: Pick<EstimatePolicy, 'recurringMonths'>
}

/** The estimate in force from now on. */
export const issuedEstimate = (
  due: Estimate,
  { by, items, diagnosisCodes, feeVersion, zone, policy }: Issue,
  now: Date,
): Estimate => ({
  ...due,
  status: 'issued',
  items,
  diagnosisCodes,
  missing: [],
  feeVersion,
  issuedBy: by,
  issuedAt: now,
  validUntil: Temporal.PlainDate.from(due.serviceOn ?? localDay(now, zone))
    .add({ months: policy.recurringMonths })
    .toString(),
})

/** Replaces the appointment's issued estimate, if any: there is at most one. */
export const replaceIssued = async (context: WriteContext, appointmentId: string | null): Promise<void> => {
  if (appointmentId === null) return
  for (const earlier of await lockEstimatesByAppointment(context.tx, context, appointmentId)) {
    if (earlier.status !== 'issued') continue
    const replaced: Estimate = { ...earlier, status: 'replaced', version: earlier.version + 1 }
    await updateEstimate(context, earlier, replaced)
    await context.emit(estimateReplaced(replaced))
  }
}

/** Inserts a new estimate: issued if the server has all the data, else owed, for a person. Null if another transaction has inserted one. */
export const insertNewEstimate = async (
  context: WriteContext,
  due: Estimate,
  usual: UsualItems,
  { zone, fees }: EstimateSources,
  policy: EstimatePolicy,
): Promise<Estimate | null> => {
  const looked = { ...due, feeVersion: fees.version, missing: usual.missing }
  if (usual.items === null) {
    if (!(await insertEstimate(context, looked))) return null
    await context.emit(estimateDue(looked))
    return looked
  }
  await replaceIssued(context, due.appointmentId)
  const issue = {
    by: 'server' as const,
    items: usual.items,
    diagnosisCodes: [],
    feeVersion: fees.version,
    zone,
    policy,
  }
  const estimate = issuedEstimate(due, issue, context.now)
  if (!(await insertEstimate(context, estimate))) return null
  await context.emit(estimateIssued(estimate))
  return estimate
}

/** The same for an estimate that is already owed and locked. */
export const updateDueEstimate = async (
  context: WriteContext,
  before: Estimate,
  changed: Estimate,
  usual: UsualItems,
  { zone, fees }: EstimateSources,
  policy: EstimatePolicy,
): Promise<void> => {
  const next = { ...changed, feeVersion: fees.version, missing: usual.missing, version: before.version + 1 }
  if (usual.items === null) return updateEstimate(context, before, next)
  await replaceIssued(context, before.appointmentId)
  const issue = {
    by: 'server' as const,
    items: usual.items,
    diagnosisCodes: [],
    feeVersion: fees.version,
    zone,
    policy,
  }
  const estimate = issuedEstimate(next, issue, context.now)
  await updateEstimate(context, before, estimate)
  await context.emit(estimateIssued(estimate))
}

import type { Change } from '../../../../platform/contracts/change.ts'
import type { DecideContext, ReadContext } from '../../../../platform/contracts/context.ts'
import { estimateDue, estimateIssued, estimateReplaced } from '../../events.ts'
import type { EstimatePolicy } from '../../kernel/model/billing-policy.ts'
import type { BillingSettings } from '../../kernel/model/billing-settings.ts'
import type { Estimate } from '../model/estimate.ts'
import { localDay } from '../../kernel/model/local-day.ts'
import { usualItems, type UsualItems } from '../model/usual-items.ts'
import type { BillingPorts, BookedAppointment, Practitioner } from '../../ports.ts'
import { insertEstimate, replaceEstimate } from '../store/estimates.ts'
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

/** What is stored about estimates. */
export type EstimatesChanged = Required<Pick<Change<void>, 'writes' | 'events'>>

/**
 * Replaces the issued one among the estimates of an appointment, if any. Its write must be the last one of the change with a condition: it
 * takes effect before the estimate that replaces it.
 */
export const replaceIssued = (known: readonly Estimate[]): EstimatesChanged => {
  const earlier = known.find(({ status }) => status === 'issued')
  if (earlier === undefined) return { writes: [], events: [] }
  const replaced: Estimate = { ...earlier, status: 'replaced', version: earlier.version + 1 }
  return { writes: [replaceEstimate(replaced, earlier)], events: [estimateReplaced(replaced)] }
}

/**
 * A new estimate: issued if the server has all the data, else owed, for a person. `known` are the estimates of the appointment.
 * Conditional: they are as gathered, and there is no other.
 */
export const insertNewEstimate = (
  { access, now }: Pick<DecideContext, 'access' | 'now'>,
  due: Estimate,
  usual: UsualItems,
  { zone, fees }: EstimateSources,
  policy: EstimatePolicy,
  known: readonly Estimate[],
): EstimatesChanged & { readonly estimate: Estimate } => {
  access.touch(due.patientId)
  const looked = { ...due, feeVersion: fees.version, missing: usual.missing }
  if (usual.items === null)
    return { estimate: looked, writes: [insertEstimate(looked, true)], events: [estimateDue(looked)] }
  const replacing = replaceIssued(known)
  const issue = {
    by: 'server' as const,
    items: usual.items,
    diagnosisCodes: [],
    feeVersion: fees.version,
    zone,
    policy,
  }
  const estimate = issuedEstimate(due, issue, now)
  return {
    estimate,
    writes: [insertEstimate(estimate, replacing.writes.length === 0), ...replacing.writes],
    events: [...replacing.events, estimateIssued(estimate)],
  }
}

/** The same for an estimate that is already owed. */
export const updateDueEstimate = (
  { access, now }: Pick<DecideContext, 'access' | 'now'>,
  before: Estimate,
  changed: Estimate,
  usual: UsualItems,
  { zone, fees }: EstimateSources,
  policy: EstimatePolicy,
  known: readonly Estimate[],
): EstimatesChanged => {
  access.touch(before.patientId)
  const next = { ...changed, feeVersion: fees.version, missing: usual.missing, version: before.version + 1 }
  if (usual.items === null) return { writes: [replaceEstimate(next, before)], events: [] }
  const replacing = replaceIssued(known)
  const issue = {
    by: 'server' as const,
    items: usual.items,
    diagnosisCodes: [],
    feeVersion: fees.version,
    zone,
    policy,
  }
  const estimate = issuedEstimate(next, issue, now)
  return {
    writes: [replaceEstimate(estimate, before), ...replacing.writes],
    events: [...replacing.events, estimateIssued(estimate)],
  }
}

import type { DomainJob } from '../../../../platform/contracts/domain-job.ts'
import type { Change } from '../../../../platform/contracts/change.ts'
import type { DecideContext, ReadContext } from '../../../../platform/contracts/context.ts'
import { Problem } from '../../../../platform/problems/problem.ts'
import {
  gatherEstimateSources,
  itemsOfAppointment,
  insertNewEstimate,
  updateDueEstimate,
  requireManualChoice,
  type EstimateSources,
} from '../workflows/issue-estimate.ts'
import { newEstimate, type Estimate } from '../model/estimate.ts'
import { estimateDue } from '../model/estimate-clock.ts'
import { localDay } from '../../kernel/model/local-day.ts'
import { differs, type UsualItems } from '../model/usual-items.ts'
import type { BillingContext, BookedAppointment } from '../../ports.ts'
import {
  listEstimatesByAppointment,
  listEstimatesDueForReview,
  recordFeeVersion,
  type EstimateDueForReview,
} from '../store/estimates.ts'
import type { KeepForOrganization } from '../../kernel/workflows/keep-for-organization.ts'

const name = 'billing.issue-estimates'
const atATime = 50
const beforeAll = '00000000-0000-0000-0000-000000000000'

/**
 * Retries estimates that the server could not issue when the appointment was booked: a price or an NPI may exist now. Also reviews
 * estimates that it issued at prices that have changed since: a new estimate replaces one with another total. Nothing is decrypted unless
 * it changes.
 */
export const issueEstimates = (
  ports: Pick<BillingContext, 'directory' | 'scheduling' | 'policy'>,
  readContextOf: (organizationId: string, timer: string, now: Date) => ReadContext,
  keep: KeepForOrganization,
): DomainJob => {
  const review = async (
    organizationId: string,
    now: Date,
    known: EstimateDueForReview,
    sources: EstimateSources,
    context: ReadContext,
  ): Promise<void> => {
    const appointment = await ports.scheduling.appointment(context, known.appointmentId).catch(nullIfNotFound)
    if (!appointment || appointment.status !== 'booked' || appointment.start <= now) return
    const practitioner = await ports.directory.practitioner(context, appointment.practitionerId)
    const usual = itemsOfAppointment(sources, appointment, practitioner)
    if (known.status === 'due' && usual.items === null && isSame(usual.missing, known.missing)) return
    await keep(organizationId, name, now, async (reading) => {
      const estimates = await listEstimatesByAppointment(reading.db, reading, known.appointmentId)
      const before = estimates.find(({ id, status }) => id === known.id && status === known.status)
      if (before === undefined) return nothing
      const reviewing = before.status === 'due' ? reviewDue : reviewIssued
      return reviewing(reading, before, estimates, { appointment, usual, sources })
    })
  }

  const reviewDue = (
    context: DecideContext,
    before: Estimate,
    known: readonly Estimate[],
    { appointment, usual, sources }: Review,
  ): Change<void> => {
    const now = requireManualChoice(known, usual)
    if (now.items === null && isSame(now.missing, before.missing)) return nothing
    // The appointment as it is now: the event that moved it may not have been delivered yet.
    const { practitionerId, start } = appointment
    const current = { ...before, practitionerId, serviceOn: localDay(start, sources.zone) }
    const changed = updateDueEstimate(context, before, current, now, sources, ports.policy.estimate, known)
    return { ...changed, answer: undefined }
  }

  const reviewIssued = (
    context: DecideContext,
    before: Estimate,
    known: readonly Estimate[],
    { appointment, usual, sources }: Review,
  ): Change<void> => {
    const checked = { writes: [recordFeeVersion(before.id, sources.fees.version)], answer: undefined }
    if (usual.items !== null && !differs(usual.items, before.items)) return checked
    const trigger = { kind: 'changed' as const, at: context.now, serviceStart: appointment.start }
    const due = estimateDue(trigger, sources.zone, ports.policy.estimate)
    if (due === null) return checked
    const estimate = newEstimate(context.newId(), appointment, 'changed', due.dueBefore, sources.zone)
    const { writes, events } = insertNewEstimate(context, estimate, usual, sources, ports.policy.estimate, known)
    // An estimate that is only owed does not replace the issued one.
    const isReplaced = usual.items !== null
    return {
      writes: isReplaced ? writes : [...checked.writes, ...writes],
      events,
      answer: undefined,
      // One is owed already.
      otherwise: () => checked,
    }
  }

  return {
    name,
    everySeconds: 300,
    run: async (now) => {
      for (const organizationId of await ports.directory.organizationIds()) {
        const context = readContextOf(organizationId, name, now)
        const sources = await gatherEstimateSources(ports, context)
        if (sources.fees.version === 0) continue
        const today = localDay(now, sources.zone)
        for (let after: string | undefined = beforeAll; after !== undefined;) {
          const page: EstimateDueForReview[] = await listEstimatesDueForReview(
            context.db,
            today,
            sources.fees.version,
            after,
            atATime,
          )
          for (const known of page) await review(organizationId, now, known, sources, context)
          after = page.length < atATime ? undefined : page.at(-1)?.id
        }
      }
    },
  }
}

const nothing: Change<void> = { answer: undefined }

interface Review {
  readonly appointment: BookedAppointment
  readonly usual: UsualItems
  readonly sources: EstimateSources
}

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.toSorted().join() === other.toSorted().join()

/** No estimate is owed for an appointment that no longer exists. */
const nullIfNotFound = (error: unknown): null => {
  if (error instanceof Problem && error.status === 404) return null
  throw error
}

import type { DomainJob } from '../../../../platform/contracts/domain-job.ts'
import type { WriteContext, ReadContext } from '../../../../platform/contracts/context.ts'
import { Problem } from '../../../../platform/problems/problem.ts'
import {
  gatherEstimateSources,
  itemsOfAppointment,
  insertNewEstimate,
  updateDueEstimate,
  requireManualChoice,
  type EstimateSources,
} from '../workflows/issue-estimate.ts'
import { newEstimate } from '../model/estimate.ts'
import { estimateDue } from '../model/estimate-clock.ts'
import { localDay } from '../../kernel/model/local-day.ts'
import { differs, type UsualItems } from '../model/usual-items.ts'
import type { BillingContext, BookedAppointment } from '../../ports.ts'
import {
  lockEstimatesByAppointment,
  listEstimatesDueForReview,
  updateFeeVersion,
  readEstimate,
  type EstimateDueForReview,
} from '../store/estimates.ts'
import type { RunForOrganization } from '../../kernel/workflows/run-for-organization.ts'

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
  run: RunForOrganization,
): DomainJob => {
  const lock = async (
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
    if (known.status === 'due') {
      if (usual.items === null && isSame(usual.missing, known.missing)) return
      await run(organizationId, name, now, (context) => reviewDue(context, known, appointment, usual, sources))
    } else await run(organizationId, name, now, (context) => reviewIssued(context, known, appointment, usual, sources))
  }

  const reviewDue = async (
    context: WriteContext,
    { id, appointmentId }: EstimateDueForReview,
    appointment: BookedAppointment,
    usual: UsualItems,
    sources: EstimateSources,
  ): Promise<void> => {
    const before = await readEstimate(context.tx, context, id, 'for-update')
    if (before.status !== 'due') return
    const now = requireManualChoice(await lockEstimatesByAppointment(context.tx, context, appointmentId), usual)
    if (now.items === null && isSame(now.missing, before.missing)) return
    // The appointment as it is now: the event that moved it may not have been delivered yet.
    const { practitionerId, start } = appointment
    const current = { ...before, practitionerId, serviceOn: localDay(start, sources.zone) }
    await updateDueEstimate(context, before, current, now, sources, ports.policy.estimate)
  }

  const reviewIssued = async (
    context: WriteContext,
    { id }: EstimateDueForReview,
    appointment: BookedAppointment,
    usual: UsualItems,
    sources: EstimateSources,
  ): Promise<void> => {
    const before = await readEstimate(context.tx, context, id, 'for-update')
    if (before.status !== 'issued') return
    await updateFeeVersion(context.tx, id, sources.fees.version)
    if (usual.items !== null && !differs(usual.items, before.items)) return
    const trigger = { kind: 'changed' as const, at: context.now, serviceStart: appointment.start }
    const due = estimateDue(trigger, sources.zone, ports.policy.estimate)
    if (due === null) return
    const estimate = newEstimate(context.newId(), appointment, 'changed', due.dueBefore, sources.zone)
    await insertNewEstimate(context, estimate, usual, sources, ports.policy.estimate)
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
          for (const known of page) await lock(organizationId, now, known, sources, context)
          after = page.length < atATime ? undefined : page.at(-1)?.id
        }
      }
    },
  }
}

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.toSorted().join() === other.toSorted().join()

/** No estimate is owed for an appointment that no longer exists. */
const nullIfNotFound = (error: unknown): null => {
  if (error instanceof Problem && error.status === 404) return null
  throw error
}

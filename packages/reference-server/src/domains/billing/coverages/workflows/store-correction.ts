import type { components } from '@visitkit/contract'
import type { DecideContext, ReadContext } from '../../../../platform/contracts/context.ts'
import type { NewEvent } from '../../../../platform/contracts/event.ts'
import type { EnqueuedTransmission } from '../../../../platform/contracts/transmission.ts'
import type { Write } from '../../../../platform/contracts/write.ts'
import { coverageChanged } from '../../events.ts'
import type { Payer } from '../../kernel/store/payers.ts'
import type { BillingContext } from '../../ports.ts'
import { presentCoverage } from '../presenters/present-coverage.ts'
import { replaceCoverageDetails, type Coverage } from '../store/coverages.ts'
import { listLatestEligibilities, type Eligibility } from '../store/eligibilities.ts'
import { asksAnotherQuestion } from './correct-coverage.ts'
import { gatherInquiry, requestEligibility, type LoadedInquiry } from './request-eligibility.ts'

export interface LoadedCorrection {
  readonly before: Coverage
  readonly after: Coverage
  readonly payer: Payer
  /** Null if the payer is not asked again. */
  readonly inquiry: LoadedInquiry | null
  /** To the question from before. */
  readonly answer: Eligibility | undefined
  readonly policy: BillingContext['policy']
}

/** However a coverage is changed: the payer is asked again if it compares what changed. */
export const gatherCorrection = async (
  ports: BillingContext,
  context: ReadContext,
  { before, after, payer }: Pick<LoadedCorrection, 'before' | 'after' | 'payer'>,
): Promise<LoadedCorrection> => {
  const [inquiry, answers] = await Promise.all([
    asksAnotherQuestion(before, after) ? gatherInquiry(ports, context, before.patientId) : null,
    listLatestEligibilities(context.db, context, [before.id]),
  ])
  return { before, after, payer, inquiry, answer: answers.get(before.id), policy: ports.policy }
}

/** Conditional: the coverage is as gathered. An answer about the facts from before is not shown any more. */
export const storeCorrection = (
  context: DecideContext,
  { before, after: given, payer, inquiry, answer, policy }: LoadedCorrection,
): {
  readonly writes: readonly Write[]
  readonly events: readonly NewEvent[]
  readonly transmissions: readonly EnqueuedTransmission[]
  readonly answer: { readonly status: 200; readonly body: components['schemas']['Coverage'] }
} => {
  const { id, patientId } = before
  context.access.touch(patientId)
  const after = asksAnotherQuestion(before, given) ? { ...given, correctedAt: context.now.toISOString() } : given
  const asked = inquiry && requestEligibility(context, after, payer, inquiry, policy)
  return {
    writes: [replaceCoverageDetails(after, before), ...(asked?.writes ?? [])],
    events: [coverageChanged(id, patientId, after.version)],
    transmissions: asked?.transmissions ?? [],
    answer: { status: 200, body: presentCoverage(after, payer, asked?.eligibility ?? answer) },
  }
}

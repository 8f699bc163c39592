import { operation } from '../../../../platform/contracts/operation.ts'
import { lockAccount, readAccount } from '../../accounts/store/accounts.ts'
import { coverageChanged } from '../../events.ts'
import type { BillingContext } from '../../ports.ts'
import { coverageInUse, coverageOverlaps, versionConflict } from '../../problems.ts'
import {
  asksAnotherQuestion,
  changesPlace,
  correctCoverage as corrected,
  mayOverlap,
} from '../workflows/correct-coverage.ts'
import { presentCoverage } from '../presenters/present-coverage.ts'
import { coverageUnused, isCoverageUsed } from '../store/coverage-use.ts'
import { hasOverlap, readCoverage, replaceCoverageDetails } from '../store/coverages.ts'
import { listLatestEligibilities } from '../store/eligibilities.ts'
import { gatherInquiry, requestEligibility } from '../workflows/request-eligibility.ts'
import { requirePayerOf } from '../workflows/require-payer-of.ts'

export const correctCoverage = operation<BillingContext>()('correctCoverage', {
  gather: async ({ path, body }, ports, context) => {
    const { db } = context
    const before = await readCoverage(db, context, path.coverageId)
    const { patientId } = before
    await ports.directory.actingFor(context, patientId, 'record')
    const payer = await requirePayerOf(db, body)
    const after = corrected(before, body)
    const isMoved = mayOverlap(before, after)
    const [isUsed, account, isOverlapping, inquiry, answers] = await Promise.all([
      changesPlace(before, after) && isCoverageUsed(db, before),
      isMoved ? readAccount(db, patientId) : null,
      isMoved && hasOverlap(db, after),
      asksAnotherQuestion(before, after) ? gatherInquiry(ports, context, patientId) : null,
      listLatestEligibilities(db, context, [before.id]),
    ])
    return { before, after, payer, isUsed, account, isOverlapping, inquiry, answer: answers.get(before.id), ports }
  },
  decide: (
    { body },
    { before, after: given, payer, isUsed, account, isOverlapping, inquiry, answer, ports },
    context,
  ) => {
    if (before.version !== body.version) throw versionConflict()
    if (isUsed) throw coverageInUse()
    if (isOverlapping) throw coverageOverlaps()
    const { id, patientId } = before
    context.access.touch(patientId)
    const after = asksAnotherQuestion(before, given) ? { ...given, correctedAt: context.now.toISOString() } : given
    const asked = inquiry && requestEligibility(context, after, payer, inquiry, ports.policy)
    return {
      writes: [
        // Of two coverages that are moved into one place at the same time, the second is gathered again, and overlaps then.
        ...(account ? [lockAccount(patientId, account)] : []),
        ...(changesPlace(before, after) ? [coverageUnused(before)] : []),
        replaceCoverageDetails(after, before),
        ...(asked?.writes ?? []),
      ],
      events: [coverageChanged(id, patientId, after.version)],
      transmissions: asked?.transmissions ?? [],
      answer: { status: 200, body: presentCoverage(after, payer, asked?.eligibility ?? answer) },
    }
  },
})

import { operation } from '../../../../platform/contracts/operation.ts'
import { notFound } from '../../../../platform/problems/problem.ts'
import { coverageChanged } from '../../events.ts'
import type { BillingContext } from '../../ports.ts'
import { versionConflict } from '../../problems.ts'
import { requireMedicareReason } from '../model/medicare-reason.ts'
import { requireName } from '../model/require-name.ts'
import { readCoverage, replaceCoverageDetails } from '../store/coverages.ts'
import { findPayer } from '../../kernel/store/payers.ts'
import { presentCoverage } from '../presenters/present-coverage.ts'

export const updateCoverage = operation<BillingContext>()('updateCoverage', {
  gather: async ({ path, body }, { directory }, context) => {
    requireName('/nameOnCard', body.nameOnCard)
    const before = await readCoverage(context.db, context, path.coverageId)
    await directory.actingFor(context, before.patientId, 'record')
    const payer = await findPayer(context.db, before.payerId)
    if (payer === null) throw notFound('a payer is never removed')
    requireMedicareReason({ order: before.order, payer }, body.medicareSecondaryReason, true)
    return { before, payer }
  },
  decide: ({ body: { nameOnCard, medicareSecondaryReason, version } }, { before, payer }) => {
    if (before.version !== version) throw versionConflict()
    const after = {
      ...before,
      nameOnCard,
      medicareSecondaryReason: medicareSecondaryReason ?? before.medicareSecondaryReason,
      version: version + 1,
    }
    return {
      writes: [replaceCoverageDetails(after, before)],
      events: [coverageChanged(after.id, after.patientId, after.version)],
      answer: { status: 200, body: presentCoverage(after, payer) },
    }
  },
})

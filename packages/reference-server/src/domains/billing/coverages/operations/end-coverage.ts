import { operation } from '../../../../platform/contracts/operation.ts'
import { notFound } from '../../../../platform/problems/problem.ts'
import { coverageChanged } from '../../events.ts'
import type { BillingContext } from '../../ports.ts'
import { versionConflict } from '../../problems.ts'
import { requirePeriod } from '../model/require-period.ts'
import { readCoverage, replaceCoverage } from '../store/coverages.ts'
import { findPayer } from '../../kernel/store/payers.ts'
import { presentCoverage } from '../presenters/present-coverage.ts'

export const endCoverage = operation<BillingContext>()('endCoverage', {
  gather: async ({ path }, { directory }, context) => {
    const coverage = await readCoverage(context.db, context, path.coverageId)
    await directory.actingFor(context, coverage.patientId, 'record')
    const payer = await findPayer(context.db, coverage.payerId)
    if (payer === null) throw notFound('a payer is never removed')
    return { before: coverage, payer }
  },
  decide: ({ body }, { before, payer }) => {
    if (before.version !== body.version) throw versionConflict()
    requirePeriod({ from: before.from, to: body.to })
    const after = { ...before, to: body.to, version: before.version + 1 }
    return {
      writes: [replaceCoverage(after, before)],
      events: [coverageChanged(after.id, after.patientId, after.version)],
      answer: { status: 200, body: presentCoverage(after, payer) },
    }
  },
})

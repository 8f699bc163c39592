import { operation } from '../../../../platform/contracts/operation.ts'
import { notFound } from '../../../../platform/problems/problem.ts'
import { requestEligibility, gatherInquiry } from '../workflows/request-eligibility.ts'
import { coverageChanged } from '../../events.ts'
import type { BillingContext } from '../../ports.ts'
import { noClearinghouse } from '../../problems.ts'
import { readCoverage } from '../store/coverages.ts'
import { findPayer } from '../../kernel/store/payers.ts'
import { presentEligibility } from '../presenters/present-coverage.ts'

export const checkEligibility = operation<BillingContext>()('checkEligibility', {
  gather: async ({ path }, ports, context) => {
    const coverage = await readCoverage(context.db, context, path.coverageId)
    await ports.directory.actingFor(context, coverage.patientId, 'record')
    const [payer, inquiry] = await Promise.all([
      findPayer(context.db, coverage.payerId),
      gatherInquiry(ports, context, coverage.patientId),
    ])
    if (payer === null) throw notFound('a payer is never removed')
    if (inquiry === null) throw noClearinghouse()
    return { coverage, payer, inquiry, policy: ports.policy }
  },
  decide: (_, { coverage, payer, inquiry, policy }, context) => {
    const { eligibility, ...asked } = requestEligibility(context, coverage, payer, inquiry, policy)
    return {
      ...asked,
      events: [coverageChanged(coverage.id, coverage.patientId, coverage.version)],
      answer: { status: 201, body: presentEligibility(eligibility) },
    }
  },
})

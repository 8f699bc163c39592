import { operation } from '../../../../platform/contracts/operation.ts'
import { notFound } from '../../../../platform/problems/problem.ts'
import { askAboutCoverage, gatherAskable } from '../workflows/ask-about-coverage.ts'
import { coverageChanged } from '../../events.ts'
import type { BillingContext } from '../../ports.ts'
import { noClearinghouse } from '../../problems.ts'
import { readCoverage } from '../store/coverages.ts'
import { findPayer } from '../../kernel/store/payers.ts'
import { answerOfEligibility } from '../presenters/answer-of-coverage.ts'

export const checkEligibility = operation<BillingContext>()('checkEligibility', {
  gather: async ({ path }, ports, reading) => {
    const coverage = await readCoverage(reading.db, reading, path.coverageId)
    await ports.directory.actingFor(reading, coverage.patientId, 'record')
    const [payer, askable] = await Promise.all([
      findPayer(reading.db, coverage.payerId),
      gatherAskable(ports, reading, coverage.patientId),
    ])
    if (payer === null) throw notFound('a payer is never removed')
    if (askable === null) throw noClearinghouse()
    return { coverage, payer, askable, policy: ports.policy }
  },
  keep: async (_, { coverage, payer, askable, policy }, keeping) => {
    const eligibility = await askAboutCoverage(keeping, coverage, payer, askable, policy)
    await keeping.emit(coverageChanged(coverage.id, coverage.patientId, coverage.version))
    return { status: 201, body: answerOfEligibility(eligibility) }
  },
})

import { operation } from '../../../../platform/contracts/operation.ts'
import { requestEligibility, gatherInquiry } from '../workflows/request-eligibility.ts'
import { coverageChanged } from '../../events.ts'
import type { BillingContext } from '../../ports.ts'
import { coverageOverlaps, subscriberMissing, unknownPayer } from '../../problems.ts'
import { lockAccount } from '../../accounts/store/accounts.ts'
import { hasOverlap, insertCoverage, type Coverage } from '../store/coverages.ts'
import { findPayer } from '../../kernel/store/payers.ts'
import { presentCoverage } from '../presenters/present-coverage.ts'

export const addCoverage = operation<BillingContext>()('addCoverage', {
  gather: async ({ path, body }, ports, context) => {
    await ports.directory.actingFor(context, path.patientId, 'record')
    await ports.directory.patientZone(context, path.patientId)
    const payer = await findPayer(context.db, body.payerId)
    // Self-pay is the absence of coverage, so it cannot be added as one.
    if (payer === null || payer.kind === 'self-pay') throw unknownPayer()
    if (body.relationship !== 'self' && body.subscriber === undefined) throw subscriberMissing()
    return { payer, askable: await gatherInquiry(ports, context, path.patientId), policy: ports.policy }
  },
  keep: async ({ path: { patientId }, body }, { payer, askable: inquiry, policy }, context) => {
    const coverage: Coverage = {
      id: context.newId(),
      patientId,
      payerId: payer.id,
      order: body.order,
      from: body.from,
      to: body.to ?? null,
      version: 1,
      memberNumber: body.memberNumber,
      groupNumber: body.groupNumber ?? null,
      relationship: body.relationship,
      subscriber: body.relationship === 'self' ? null : (body.subscriber ?? null),
    }
    await lockAccount(context, patientId)
    if (await hasOverlap(context.tx, coverage)) throw coverageOverlaps()
    await insertCoverage(context, coverage)
    await context.emit(coverageChanged(coverage.id, patientId, coverage.version))
    const eligibility = inquiry && (await requestEligibility(context, coverage, payer, inquiry, policy))
    return {
      status: 201,
      headers: { location: `/v1/patients/${patientId}/coverages` },
      body: presentCoverage(coverage, payer, eligibility),
    }
  },
})

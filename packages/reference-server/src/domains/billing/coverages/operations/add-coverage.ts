import { operation } from '../../../../platform/contracts/operation.ts'
import { requestEligibility, gatherInquiry } from '../workflows/request-eligibility.ts'
import { coverageChanged } from '../../events.ts'
import type { BillingContext } from '../../ports.ts'
import { coverageOverlaps } from '../../problems.ts'
import { lockAccount, readAccount } from '../../accounts/store/accounts.ts'
import { hasOverlap, insertCoverage, type Coverage } from '../store/coverages.ts'
import { requirePayerOf } from '../workflows/require-payer-of.ts'
import { presentCoverage } from '../presenters/present-coverage.ts'

export const addCoverage = operation<BillingContext>()('addCoverage', {
  gather: async ({ path, body }, ports, context) => {
    await ports.directory.actingFor(context, path.patientId, 'record')
    await ports.directory.patientZone(context, path.patientId)
    const payer = await requirePayerOf(context.db, body)
    const { from, to = null, order } = body
    const [account, isOverlapping, inquiry] = await Promise.all([
      readAccount(context.db, path.patientId),
      hasOverlap(context.db, { id: null, patientId: path.patientId, order, from, to }),
      gatherInquiry(ports, context, path.patientId),
    ])
    return { payer, account, isOverlapping, inquiry, policy: ports.policy }
  },
  decide: ({ path: { patientId }, body }, { payer, account, isOverlapping, inquiry, policy }, context) => {
    if (isOverlapping) throw coverageOverlaps()
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
      nameOnCard: body.nameOnCard ?? null,
      medicareSecondaryReason: body.medicareSecondaryReason ?? null,
      correctedAt: null,
    }
    context.access.touch(patientId)
    const asked = inquiry && requestEligibility(context, coverage, payer, inquiry, policy)
    return {
      // Of two coverages that are added at the same time, the second is gathered again, and may overlap then.
      writes: [lockAccount(patientId, account), insertCoverage(coverage), ...(asked?.writes ?? [])],
      events: [coverageChanged(coverage.id, patientId, coverage.version)],
      transmissions: asked?.transmissions ?? [],
      answer: {
        status: 201,
        headers: { location: `/v1/patients/${patientId}/coverages` },
        body: presentCoverage(coverage, payer, asked?.eligibility),
      },
    }
  },
})

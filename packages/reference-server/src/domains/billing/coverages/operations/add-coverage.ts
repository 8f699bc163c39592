import { operation } from '../../../../platform/contracts/operation.ts'
import { askAboutCoverage, gatherAskable } from '../workflows/ask-about-coverage.ts'
import { coverageChanged } from '../../events.ts'
import type { BillingContext } from '../../ports.ts'
import { coverageOverlaps, subscriberMissing, unknownPayer } from '../../problems.ts'
import { lockAccount } from '../../accounts/store/accounts.ts'
import { hasOverlap, insertCoverage, type Coverage } from '../store/coverages.ts'
import { findPayer } from '../../kernel/store/payers.ts'
import { answerOfCoverage } from '../presenters/answer-of-coverage.ts'

export const addCoverage = operation<BillingContext>()('addCoverage', {
  gather: async ({ path, body }, ports, reading) => {
    await ports.directory.actingFor(reading, path.patientId, 'record')
    await ports.directory.patientZone(reading, path.patientId)
    const payer = await findPayer(reading.db, body.payerId)
    // Whoever pays themselves needs no coverage: it is what they have without one.
    if (payer === null || payer.kind === 'self-pay') throw unknownPayer()
    if (body.relationship !== 'self' && body.subscriber === undefined) throw subscriberMissing()
    return { payer, askable: await gatherAskable(ports, reading, path.patientId), policy: ports.policy }
  },
  keep: async ({ path: { patientId }, body }, { payer, askable, policy }, keeping) => {
    const coverage: Coverage = {
      id: keeping.newId(),
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
    await lockAccount(keeping, patientId)
    if (await hasOverlap(keeping.tx, coverage)) throw coverageOverlaps()
    await insertCoverage(keeping, coverage)
    await keeping.emit(coverageChanged(coverage.id, patientId, coverage.version))
    const eligibility = askable && (await askAboutCoverage(keeping, coverage, payer, askable, policy))
    return {
      status: 201,
      headers: { location: `/v1/patients/${patientId}/coverages` },
      body: answerOfCoverage(coverage, payer, eligibility),
    }
  },
})

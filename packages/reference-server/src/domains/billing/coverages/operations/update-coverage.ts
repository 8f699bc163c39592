import { operation } from '../../../../platform/contracts/operation.ts'
import { notFound } from '../../../../platform/problems/problem.ts'
import type { BillingContext } from '../../ports.ts'
import { versionConflict } from '../../problems.ts'
import { requireMedicareReason } from '../model/medicare-reason.ts'
import { requireName } from '../model/require-name.ts'
import { readCoverage } from '../store/coverages.ts'
import { findPayer } from '../../kernel/store/payers.ts'
import { gatherCorrection, storeCorrection } from '../workflows/store-correction.ts'

export const updateCoverage = operation<BillingContext>()('updateCoverage', {
  gather: async ({ path, body: { nameOnCard, medicareSecondaryReason } }, ports, context) => {
    requireName('/nameOnCard', nameOnCard)
    const before = await readCoverage(context.db, context, path.coverageId)
    await ports.directory.actingFor(context, before.patientId, 'record')
    const payer = await findPayer(context.db, before.payerId)
    if (payer === null) throw notFound('a payer is never removed')
    requireMedicareReason({ order: before.order, payer }, medicareSecondaryReason, true)
    const after = {
      ...before,
      nameOnCard,
      medicareSecondaryReason: medicareSecondaryReason ?? before.medicareSecondaryReason,
      version: before.version + 1,
    }
    return gatherCorrection(ports, context, { before, after, payer })
  },
  decide: ({ body: { version } }, correction, context) => {
    if (correction.before.version !== version) throw versionConflict()
    return storeCorrection(context, correction)
  },
})

import { operation } from '../../../../platform/contracts/operation.ts'
import { lockAccount, readAccount } from '../../accounts/store/accounts.ts'
import type { BillingContext } from '../../ports.ts'
import { coverageInUse, coverageOverlaps, versionConflict } from '../../problems.ts'
import { changesPlace, correctCoverage as corrected, mayOverlap } from '../workflows/correct-coverage.ts'
import { coverageUnused, isCoverageUsed } from '../store/coverage-use.ts'
import { hasOverlap, readCoverage } from '../store/coverages.ts'
import { requirePayerOf } from '../workflows/require-payer-of.ts'
import { gatherCorrection, storeCorrection } from '../workflows/store-correction.ts'

export const correctCoverage = operation<BillingContext>()('correctCoverage', {
  gather: async ({ path, body }, ports, context) => {
    const { db } = context
    const before = await readCoverage(db, context, path.coverageId)
    const { patientId } = before
    await ports.directory.actingFor(context, patientId, 'record')
    const payer = await requirePayerOf(db, body)
    const after = corrected(before, body)
    const isMoved = mayOverlap(before, after)
    const [isUsed, account, isOverlapping, correction] = await Promise.all([
      changesPlace(before, after) && isCoverageUsed(db, before),
      isMoved ? readAccount(db, patientId) : null,
      isMoved && hasOverlap(db, after),
      gatherCorrection(ports, context, { before, after, payer }),
    ])
    return { isUsed, account, isOverlapping, correction }
  },
  decide: ({ body }, { isUsed, account, isOverlapping, correction }, context) => {
    const { before, after } = correction
    if (before.version !== body.version) throw versionConflict()
    if (isUsed) throw coverageInUse()
    if (isOverlapping) throw coverageOverlaps()
    const { writes, ...rest } = storeCorrection(context, correction)
    return {
      ...rest,
      writes: [
        // Of two coverages that are moved into one place at the same time, the second is gathered again, and overlaps then.
        ...(account ? [lockAccount(before.patientId, account)] : []),
        ...(changesPlace(before, after) ? [coverageUnused(before)] : []),
        ...writes,
      ],
    }
  },
})

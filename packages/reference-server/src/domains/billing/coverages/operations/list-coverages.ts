import { operation } from '../../../../platform/contracts/operation.ts'
import type { BillingContext } from '../../ports.ts'
import { listCoverages as readCoverages } from '../store/coverages.ts'
import { listLatestEligibilities } from '../store/eligibilities.ts'
import { listPayers } from '../../kernel/store/payers.ts'
import { presentCoverage } from '../presenters/present-coverage.ts'

export const listCoverages = operation<BillingContext>()('listCoverages', {
  gather: async ({ path }, { directory }, context) => {
    await directory.actingFor(context, path.patientId, 'record')
    await directory.patientZone(context, path.patientId)
  },
  read: async ({ path: { patientId } }, _, context) => {
    const { db } = context
    const [coverages, payers] = await Promise.all([readCoverages(db, context, patientId), listPayers(db)])
    const eligibilities = await listLatestEligibilities(
      db,
      context,
      coverages.map(({ id }) => id),
    )
    const items = coverages.flatMap((coverage) => {
      const payer = payers.find(({ id }) => id === coverage.payerId)
      return payer ? [presentCoverage(coverage, payer, eligibilities.get(coverage.id))] : []
    })
    return { status: 200, body: { patientId, items } }
  },
})

import { operation } from '../../../../platform/contracts/operation.ts'
import type { BillingContext } from '../../ports.ts'
import { listCoverages as readCoverages } from '../store/coverages.ts'
import { latestEligibilities } from '../store/eligibilities.ts'
import { listPayers } from '../../kernel/store/payers.ts'
import { answerOfCoverage } from '../presenters/answer-of-coverage.ts'

export const listCoverages = operation<BillingContext>()('listCoverages', {
  gather: async ({ path }, { directory }, reading) => {
    await directory.actingFor(reading, path.patientId, 'record')
    await directory.patientZone(reading, path.patientId)
  },
  read: async ({ path: { patientId } }, _, reading) => {
    const { db } = reading
    const [coverages, payers] = await Promise.all([readCoverages(db, reading, patientId), listPayers(db)])
    const eligibilities = await latestEligibilities(
      db,
      reading,
      coverages.map(({ id }) => id),
    )
    const items = coverages.flatMap((coverage) => {
      const payer = payers.find(({ id }) => id === coverage.payerId)
      return payer ? [answerOfCoverage(coverage, payer, eligibilities.get(coverage.id))] : []
    })
    return { status: 200, body: { patientId, items } }
  },
})

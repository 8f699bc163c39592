import { operation } from '../../../../platform/contracts/operation.ts'
import { pageOf, readPageQuery } from '../../../../platform/database/ids/page-cursor.ts'
import { presentPayer } from '../../coverages/presenters/present-coverage.ts'
import { listPayers } from '../../kernel/store/payers.ts'
import type { BillingContext } from '../../ports.ts'
import { listWaitingBalances as readWaitingBalances } from '../store/next-payers.ts'

export const listWaitingBalances = operation<BillingContext>()('listWaitingBalances', {
  read: async ({ query }, _, context, { directory }) => {
    const page = readPageQuery(query)
    const [fetched, payers] = await Promise.all([readWaitingBalances(context.db, page), listPayers(context.db)])
    const { items, nextCursor } = pageOf(fetched, page)
    const patients = await directory.patientSummaries(context, [...new Set(items.map(({ patientId }) => patientId))])
    return {
      status: 200,
      body: {
        items: items.flatMap(({ claimId, claimNumber, patientId, serviceDay, coverageId, payerId, heldCents }) => {
          const payer = payers.find(({ id }) => id === payerId)
          const patient = patients.get(patientId)
          return payer
            ? [
                {
                  ...{ claimId, claimNumber, patientId, coverageId, serviceDate: serviceDay, amountCents: heldCents },
                  ...(patient && { patient }),
                  payer: presentPayer(payer),
                },
              ]
            : []
        }),
        nextCursor,
      },
    }
  },
})

import { operation } from '../../../../platform/contracts/operation.ts'
import { listPayers } from '../../kernel/store/payers.ts'
import type { BillingContext } from '../../ports.ts'
import { readClaimQuery } from '../model/claim-query.ts'
import { presentClaimSummary } from '../presenters/present-claim.ts'
import { findClaims, mostFound } from '../store/find-claims.ts'

/** Patients with one family name whose claims are searched. */
const mostPatients = 200

/** A given name narrows nothing: to compare it, the server would open records of patients whom it does not show. */
export const searchClaims = operation<BillingContext>()('searchClaims', {
  read: async ({ body }, _, context, { directory }) => {
    const { db } = context
    const query = readClaimQuery(body.text)
    const [payers, ...namesakes] = await Promise.all([
      listPayers(db),
      ...query.families.map((family) => directory.patientIdsByFamily(context, family, mostPatients)),
    ])
    const byName = new Set(namesakes.flat())
    const found = await findClaims(db, query, [...byName])
    const patients = await directory.patientSummaries(context, [...new Set(found.map(({ patientId }) => patientId))])
    return {
      status: 200,
      body: {
        items: found.flatMap((claim) => {
          const payer = payers.find(({ id }) => id === claim.payerId)
          return payer ? [presentClaimSummary(claim, payer, patients.get(claim.patientId))] : []
        }),
        isComplete: found.length < mostFound,
      },
    }
  },
})

import { operation } from '../../../../platform/contracts/operation.ts'
import { pageOf, readPageQuery } from '../../../../platform/database/ids/page-cursor.ts'
import { listPayers } from '../../kernel/store/payers.ts'
import type { BillingContext } from '../../ports.ts'
import { presentPatientClaim } from '../presenters/present-patient-claim.ts'
import { listNextClaimsByClaim, listSentClaims } from '../store/sent-claims.ts'

export const listPatientClaims = operation<BillingContext>()('listPatientClaims', {
  gather: async ({ path }, { directory }, context) => {
    await directory.actingFor(context, path.patientId, 'record')
    await directory.patientZone(context, path.patientId)
  },
  read: async ({ path: { patientId }, query }, _, context) => {
    const page = readPageQuery(query)
    const { items, nextCursor } = pageOf(await listSentClaims(context.db, context, patientId, page), page)
    const [payers, next] = await Promise.all([
      listPayers(context.db),
      listNextClaimsByClaim(
        context.db,
        items.map(({ id }) => id),
      ),
    ])
    const nameOf = (payerId: string): string => payers.find(({ id }) => id === payerId)?.name ?? ''
    return {
      status: 200,
      body: {
        patientId,
        items: items.map((claim) =>
          presentPatientClaim(
            claim,
            next.filter(({ claimId }) => claimId === claim.id),
            nameOf,
          ),
        ),
        nextCursor,
      },
    }
  },
})

import { operation } from '../../../platform/contracts/operation.ts'
import { presentConsent } from '../presenters/present-consent.ts'
import { statusOf } from '../model/standing.ts'
import type { ConsentPorts } from '../ports.ts'
import { listLatestDecisions, listConsents as readConsents, decryptConsent } from '../store/consents.ts'
import { pageOf, readPageQuery } from '../../../platform/database/ids/page-cursor.ts'
import { listDocumentHeads } from '../store/texts.ts'

export const listConsents = operation<ConsentPorts>()('listConsents', {
  gather: async ({ path }, { directory }, context) => {
    await directory.actingFor(context, path.patientId, 'visit')
    await directory.patientZone(context, path.patientId)
  },
  read: async ({ path: { patientId }, query }, _, context) => {
    const { db } = context
    const page = readPageQuery(query)
    const [fetched, heads, latest] = await Promise.all([
      readConsents(db, context, patientId, page),
      listDocumentHeads(db),
      listLatestDecisions(db, patientId),
    ])
    const { items, nextCursor } = pageOf(fetched, page)
    const described = await Promise.all(
      items.map(async (consent) => {
        const latestId = latest.get(consent.purpose)?.id ?? consent.id
        const status = statusOf(consent, latestId, heads.get(consent.purpose), context.now)
        return presentConsent(consent, status, await decryptConsent(db, context, consent))
      }),
    )
    return { status: 200, body: { patientId, items: described, nextCursor } }
  },
})

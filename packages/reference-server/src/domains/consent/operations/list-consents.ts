import { operation } from '../../../platform/contracts/operation.ts'
import { describeConsent } from '../presenters/describe-consent.ts'
import { statusOf } from '../model/standing.ts'
import type { ConsentPorts } from '../ports.ts'
import { latestDecisions, listConsents as readConsents, openConsent } from '../store/consents.ts'
import { pageOf, placeOf } from '../../../platform/database/ids/page-of-ids.ts'
import { documentHeads } from '../store/texts.ts'

export const listConsents = operation<ConsentPorts>()('listConsents', {
  gather: async ({ path }, { directory }, reading) => {
    await directory.actingFor(reading, path.patientId, 'visit')
    await directory.patientZone(reading, path.patientId)
  },
  read: async ({ path: { patientId }, query }, _, reading) => {
    const { db } = reading
    const place = placeOf(query)
    const [fetched, heads, latest] = await Promise.all([
      readConsents(db, reading, patientId, place),
      documentHeads(db),
      latestDecisions(db, patientId),
    ])
    const { items, nextCursor } = pageOf(fetched, place)
    const described = await Promise.all(
      items.map(async (consent) => {
        const status = statusOf(consent, latest.get(consent.purpose)?.id ?? consent.id, heads.get(consent.purpose))
        return describeConsent(consent, status, (await openConsent(db, reading, consent)).signedName)
      }),
    )
    return { status: 200, body: { patientId, items: described, nextCursor } }
  },
})

import { operation } from '../../../platform/contracts/operation.ts'
import { pageOf, placeOf } from '../../../platform/database/ids/page-of-ids.ts'
import { describeText } from '../presenters/describe-text.ts'
import { listCurrentTexts } from '../store/texts.ts'

export const listConsentDocuments = operation()('listConsentDocuments', {
  read: async ({ query }, _, { db }) => {
    const place = placeOf(query)
    const { items, nextCursor } = pageOf(await listCurrentTexts(db, query, place), place)
    return { status: 200, body: { items: items.map((text) => describeText(text, text.version)), nextCursor } }
  },
})

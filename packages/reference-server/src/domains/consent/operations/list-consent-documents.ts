import { operation } from '../../../platform/contracts/operation.ts'
import { pageOf, readPageQuery } from '../../../platform/database/ids/page-cursor.ts'
import { presentConsentDocument } from '../presenters/present-consent-document.ts'
import { listCurrentTexts } from '../store/texts.ts'

export const listConsentDocuments = operation()('listConsentDocuments', {
  read: async ({ query }, _, { db }) => {
    const page = readPageQuery(query)
    const { items, nextCursor } = pageOf(await listCurrentTexts(db, query, page), page)
    return { status: 200, body: { items: items.map((text) => presentConsentDocument(text, text.version)), nextCursor } }
  },
})

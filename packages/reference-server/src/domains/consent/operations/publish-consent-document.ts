import { operation } from '../../../platform/contracts/operation.ts'
import type { ConsentPack } from '../model/consent-pack.ts'
import { presentConsentDocument } from '../presenters/present-consent-document.ts'
import { findNewest } from '../store/texts.ts'
import { publishText } from '../workflows/publish-text.ts'

export const publishConsentDocument = (pack: ConsentPack) =>
  operation()('publishConsentDocument', {
    gather: async ({ body: { documentId } }, _, { db }) => (documentId ? findNewest(db, documentId) : null),
    decide: ({ body }, newest, context) => {
      const { text, writes, events, inTheWay } = publishText(pack, body, newest, context)
      return {
        writes,
        events,
        otherwise: () => {
          throw inTheWay()
        },
        answer: {
          status: 201,
          headers: { location: `/v1/consent-documents/${text.documentId}` },
          body: presentConsentDocument(text, text.version),
        },
      }
    },
  })

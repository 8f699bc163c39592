import { operation } from '../../../platform/contracts/operation.ts'
import type { ConsentPack } from '../model/consent-pack.ts'
import { presentConsentDocument } from '../presenters/present-consent-document.ts'
import { publishText } from '../workflows/publish-text.ts'

export const publishConsentDocument = (pack: ConsentPack) =>
  operation()('publishConsentDocument', {
    keep: async ({ body }, _, context) => {
      const text = await publishText(context, pack, body)
      return {
        status: 201,
        headers: { location: `/v1/consent-documents/${text.documentId}` },
        body: presentConsentDocument(text, text.version),
      }
    },
  })

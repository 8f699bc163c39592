import { operation } from '../../../platform/contracts/operation.ts'
import type { ConsentPack } from '../model/consent-pack.ts'
import { describeText } from '../presenters/describe-text.ts'
import { publishText } from '../workflows/publish-text.ts'

export const publishConsentDocument = (pack: ConsentPack) =>
  operation()('publishConsentDocument', {
    keep: async ({ body }, _, keeping) => {
      const text = await publishText(keeping, pack, body)
      return {
        status: 201,
        headers: { location: `/v1/consent-documents/${text.documentId}` },
        body: describeText(text, text.version),
      }
    },
  })

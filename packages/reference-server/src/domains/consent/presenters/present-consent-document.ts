import type { components } from '@visitkit/contract'
import type { ConsentText } from '../model/consent-text.ts'

/** The contract shape of a document. `newest` is its newest version. */
export const presentConsentDocument = (
  text: ConsentText,
  newest: number,
): components['schemas']['ConsentDocument'] => ({
  id: text.documentId,
  version: text.version,
  language: text.language,
  purpose: text.purpose,
  title: text.title,
  sections: [...text.sections],
  contentHash: text.contentHash,
  status: text.version === newest ? 'published' : 'superseded',
  material: text.material,
  publishedAt: text.publishedAt.toISOString(),
  ...(text.reviewedBy !== null && { reviewedBy: text.reviewedBy }),
})

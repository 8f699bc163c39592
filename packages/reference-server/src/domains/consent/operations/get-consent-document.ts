import { operation } from '../../../platform/contracts/operation.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import { inBestLanguage } from '../model/consent-text.ts'
import { presentConsentDocument } from '../presenters/present-consent-document.ts'
import { findNewest, readVersion } from '../store/texts.ts'

export const getConsentDocument = operation()('getConsentDocument', {
  read: async ({ path: { documentId }, query: { version, language } }, _, { db }) => {
    const found = version === undefined ? await findNewest(db, documentId) : await readVersion(db, documentId, version)
    if (found === null) throw notFound('document_unknown')
    const { head, texts } = found
    const text = language === undefined ? texts[0] : inBestLanguage(texts, language)
    if (!text) throw notFound('version_unknown')
    return { status: 200, body: presentConsentDocument(text, head.version) }
  },
})

import { operation } from '../../../platform/contracts/operation.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import { inBestLanguage } from '../model/consent-text.ts'
import { presentConsentDocument } from '../presenters/present-consent-document.ts'
import { readHead, listTextsByVersion } from '../store/texts.ts'

export const getConsentDocument = operation()('getConsentDocument', {
  read: async ({ path, query }, _, { db }) => {
    const head = await readHead(db, path.documentId)
    const texts = await listTextsByVersion(db, head.documentId, query.version ?? head.version)
    const original = texts[0]
    const text = query.language === undefined ? original : inBestLanguage(texts, query.language)
    if (!text) throw notFound('version_unknown')
    return { status: 200, body: presentConsentDocument(text, head.version) }
  },
})

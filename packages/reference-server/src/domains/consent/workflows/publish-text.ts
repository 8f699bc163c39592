import type { components } from '@visitkit/contract'
import type { WriteContext } from '../../../platform/contracts/context.ts'
import { validateClauses, validateSections, validateTranslation } from '../model/validate-clauses.ts'
import type { ConsentPack } from '../model/consent-pack.ts'
import type { ConsentText } from '../model/consent-text.ts'
import { clauseMissing, invalid, translationMismatch, translationUnreviewed, versionConflict } from '../problems.ts'
import { contentHash } from '../store/content-hash.ts'
import { insertDocument, insertText, readHead, listTextsByVersion } from '../store/texts.ts'
import { documentPublished } from '../events.ts'

type Publishing = components['schemas']['PublishConsentDocument']

/** Publishes a new document, a new version, or a translation of the newest version. Also used by seeds. */
export const publishText = async (context: WriteContext, pack: ConsentPack, body: Publishing): Promise<ConsentText> => {
  const { tx, caller, newId, now, emit } = context
  const sections = validateSections(body.sections)
  if (sections.length > 0) throw invalid(sections)
  const clauses = validateClauses(pack, body.purpose, body.sections)
  if (clauses.length > 0) throw clauseMissing(clauses)

  const place =
    body.documentId === undefined
      ? newDocument(body, newId())
      : await positionInDocument(context, body, body.documentId)
  if (body.documentId === undefined) await insertDocument(tx, caller.organizationId, place.documentId, body.purpose)
  const text: ConsentText = {
    ...place,
    id: newId(),
    purpose: body.purpose,
    language: body.language,
    title: body.title,
    sections: body.sections,
    contentHash: contentHash(body.title, body.sections),
    reviewedBy: body.reviewedBy ?? null,
    publishedAt: now,
  }
  await insertText(tx, caller.organizationId, text)
  await emit(documentPublished(text))
  return text
}

type DocumentPosition = Pick<ConsentText, 'documentId' | 'version' | 'material' | 'translated'>

const newDocument = ({ translationOf }: Publishing, documentId: string): DocumentPosition => {
  if (translationOf !== undefined) {
    throw invalid([
      { pointer: '/documentId', code: 'required', message: 'A translation names the document that it translates.' },
    ])
  }
  return { documentId, version: 1, material: true, translated: false }
}

const positionInDocument = async (
  { tx }: WriteContext,
  body: Publishing,
  documentId: string,
): Promise<DocumentPosition> => {
  const head = await readHead(tx, documentId)
  if (head.purpose !== body.purpose) {
    throw invalid([{ pointer: '/purpose', code: 'unknown_value', message: `This document is about ${head.purpose}.` }])
  }
  if (body.translationOf === undefined) {
    return { documentId, version: head.version + 1, material: body.material, translated: false }
  }
  if (body.translationOf !== head.version) throw versionConflict()
  if (body.reviewedBy === undefined || body.reviewedBy.trim() === '') throw translationUnreviewed()
  const original = (await listTextsByVersion(tx, documentId, head.version)).find(({ translated }) => !translated)
  if (!original) throw versionConflict()
  const faults = validateTranslation(original.sections, body.sections)
  if (faults.length > 0) throw translationMismatch(faults)
  // A translation does not require a new decision: that was decided with the original of the version.
  return { documentId, version: head.version, material: original.material, translated: true }
}

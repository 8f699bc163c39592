import type { components } from '@visitkit/contract'
import type { Change } from '../../../platform/contracts/change.ts'
import type { DecideContext } from '../../../platform/contracts/context.ts'
import { notFound, type Problem } from '../../../platform/problems/problem.ts'
import { validateClauses, validateSections, validateTranslation } from '../model/validate-clauses.ts'
import type { ConsentPack } from '../model/consent-pack.ts'
import type { ConsentText, DocumentHead } from '../model/consent-text.ts'
import {
  clauseMissing,
  documentExists,
  invalid,
  translationMismatch,
  translationUnreviewed,
  versionConflict,
} from '../problems.ts'
import { contentHash } from '../store/content-hash.ts'
import { insertDocument, insertFirstText, insertNextText } from '../store/texts.ts'
import { documentPublished } from '../events.ts'

type Publishing = components['schemas']['PublishConsentDocument']

/** The newest version of a document, in every language. */
export interface Newest {
  readonly head: Pick<DocumentHead, 'purpose' | 'version'>
  readonly texts: readonly ConsentText[]
}

interface Published extends Required<Pick<Change<unknown>, 'writes' | 'events'>> {
  readonly text: ConsentText
  /** Why it is not stored, if another text is in the way. */
  readonly inTheWay: () => Problem
}

/**
 * Publishes a new document, a new version, or a translation of the newest version. Also used by seeds. `newest`: of the document that
 * `body` names; null without one.
 */
export const publishText = (
  pack: ConsentPack,
  body: Publishing,
  newest: Newest | null,
  { newId, now }: Pick<DecideContext, 'newId' | 'now'>,
): Published => {
  const sections = validateSections(body.sections)
  if (sections.length > 0) throw invalid(sections)
  const clauses = validateClauses(pack, body.purpose, body.sections)
  if (clauses.length > 0) throw clauseMissing(clauses)

  const { documentId } = body
  const isNew = documentId === undefined
  const text: ConsentText = {
    ...(isNew ? newDocument(body, newId()) : positionInDocument(newest, body, documentId)),
    id: newId(),
    purpose: body.purpose,
    language: body.language,
    title: body.title,
    sections: body.sections,
    contentHash: contentHash(body.title, body.sections),
    reviewedBy: body.reviewedBy ?? null,
    publishedAt: now,
  }
  return {
    text,
    writes: isNew ? [insertDocument(text.documentId, text.purpose), insertFirstText(text)] : [insertNextText(text)],
    events: [documentPublished(text)],
    inTheWay: isNew ? documentExists : versionConflict,
  }
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

const positionInDocument = (newest: Newest | null, body: Publishing, documentId: string): DocumentPosition => {
  if (newest === null) throw notFound('document_unknown')
  const { head, texts } = newest
  if (head.purpose !== body.purpose) {
    throw invalid([{ pointer: '/purpose', code: 'unknown_value', message: `This document is about ${head.purpose}.` }])
  }
  if (body.translationOf === undefined) {
    return { documentId, version: head.version + 1, material: body.material, translated: false }
  }
  if (body.translationOf !== head.version) throw versionConflict()
  if (body.reviewedBy === undefined || body.reviewedBy.trim() === '') throw translationUnreviewed()
  const original = texts.find(({ translated }) => !translated)
  if (!original) throw versionConflict()
  const faults = validateTranslation(original.sections, body.sections)
  if (faults.length > 0) throw translationMismatch(faults)
  // A translation does not require a new decision: that was decided with the original of the version.
  return { documentId, version: head.version, material: original.material, translated: true }
}

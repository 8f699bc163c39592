import { sql, type Selectable } from 'kysely'
import { notFound } from '../../../platform/problems/problem.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { ConsentPurpose, ConsentSection } from '../model/consent-pack.ts'
import type { ConsentText, DocumentHead } from '../model/consent-text.ts'
import { documentExists, versionConflict } from '../problems.ts'
import { isDuplicate } from '../../../platform/database/errors/is-duplicate.ts'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { oldestFirst, type PageCursor } from '../../../platform/database/ids/page-cursor.ts'
import { tablesOf, type ConsentTables } from './tables.ts'

const heads = (db: AnyKysely) =>
  tablesOf(db)
    .selectFrom('consent.texts')
    .select([
      'document_id as documentId',
      'purpose',
      sql<number>`max(version)`.as('version'),
      sql<number>`coalesce(max(version) filter (where material), 1)`.as('materialVersion'),
    ])
    .groupBy(['document_id', 'purpose'])

/** The newest versions of each document, by purpose. */
export const listDocumentHeads = async (db: AnyKysely): Promise<ReadonlyMap<ConsentPurpose, DocumentHead>> =>
  new Map((await heads(db).execute()).map((head) => [head.purpose, head]))

export const readHead = async (db: AnyKysely, documentId: string): Promise<DocumentHead> => {
  const head = await heads(db).where('document_id', '=', requireUuid(documentId)).executeTakeFirst()
  if (!head) throw notFound('document_unknown')
  return head
}

/** One version in every language in which it was published, the original first. */
export const listTextsByVersion = async (
  db: AnyKysely,
  documentId: string,
  version: number,
): Promise<ConsentText[]> => {
  const rows = await tablesOf(db)
    .selectFrom('consent.texts')
    .selectAll()
    .where('document_id', '=', documentId)
    .where('version', '=', version)
    .orderBy('translated')
    .orderBy('id')
    .execute()
  return rows.map(textOf)
}

/** The newest versions of a document and one version of it in every language (empty if there is no such version), in one statement. */
export const readVersion = async (
  db: AnyKysely,
  documentId: string,
  version: number,
): Promise<{ readonly head: DocumentHead; readonly texts: readonly ConsentText[] }> => {
  const rows = await tablesOf(db)
    .selectFrom(heads(db).where('document_id', '=', requireUuid(documentId)).as('head'))
    .leftJoin('consent.texts as text', (join) =>
      join.onRef('text.document_id', '=', 'head.documentId').on('text.version', '=', version),
    )
    .selectAll('text')
    .select(['head.version as newest', 'head.materialVersion', 'head.documentId', 'head.purpose as headPurpose'])
    .orderBy('text.translated')
    .orderBy('text.id')
    .execute()
  const [first] = rows
  if (!first) throw notFound('document_unknown')
  const { documentId: id, headPurpose: purpose, newest, materialVersion } = first
  return {
    head: { documentId: id, purpose, version: newest, materialVersion },
    texts: rows.flatMap((row) => (isText(row) ? [textOf(row)] : [])),
  }
}

type TextRow = Selectable<ConsentTables['consent.texts']>
const isText = (row: { readonly id: string | null }): row is TextRow => row.id !== null

/** The newest version of each document, in the order of publication. */
export const listCurrentTexts = async (
  db: AnyKysely,
  filter: { readonly purpose?: ConsentPurpose | undefined; readonly language?: string | undefined },
  page: PageCursor,
): Promise<ConsentText[]> => {
  const rows = await tablesOf(db)
    .selectFrom('consent.texts as text')
    .selectAll('text')
    .where('text.version', '=', ({ selectFrom }) =>
      selectFrom('consent.texts as each')
        .select(({ fn }) => fn.max('each.version').as('newest'))
        .whereRef('each.organization_id', '=', 'text.organization_id')
        .whereRef('each.document_id', '=', 'text.document_id'),
    )
    .$if(filter.purpose !== undefined, (query) => query.where('text.purpose', '=', filter.purpose as ConsentPurpose))
    .$if(filter.language !== undefined, (query) => query.where('text.language', '=', filter.language ?? ''))
    .$call(oldestFirst(page, 'text.id'))
    .execute()
  return rows.map(textOf)
}

/** Throws `document_exists`: one document per purpose, so that it is always clear which one is in effect. */
export const insertDocument = async (
  tx: AnyKysely,
  organizationId: string,
  id: string,
  purpose: ConsentPurpose,
): Promise<void> => {
  await tablesOf(tx)
    .insertInto('consent.documents')
    .values({ organization_id: organizationId, id, purpose })
    .execute()
    .catch((error: unknown) => {
      throw isDuplicate(error) ? documentExists() : error
    })
}

/** Throws `version_conflict` when the version exists in this language, or as another original. */
export const insertText = async (tx: AnyKysely, organizationId: string, text: ConsentText): Promise<void> => {
  await tablesOf(tx)
    .insertInto('consent.texts')
    .values({
      organization_id: organizationId,
      id: text.id,
      document_id: text.documentId,
      purpose: text.purpose,
      version: text.version,
      language: text.language,
      title: text.title,
      sections: JSON.stringify(text.sections),
      content_hash: text.contentHash,
      material: text.material,
      translated: text.translated,
      reviewed_by: text.reviewedBy,
      published_at: text.publishedAt,
    })
    .execute()
    .catch((error: unknown) => {
      throw isDuplicate(error) ? versionConflict() : error
    })
}

const textOf = (row: TextRow): ConsentText => ({
  id: row.id,
  documentId: row.document_id,
  purpose: row.purpose,
  version: row.version,
  language: row.language,
  title: row.title,
  sections: row.sections as readonly ConsentSection[],
  contentHash: row.content_hash,
  material: row.material,
  translated: row.translated,
  reviewedBy: row.reviewed_by,
  publishedAt: row.published_at,
})

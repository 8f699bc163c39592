import { sql, type Selectable } from 'kysely'
import { jsonObjectFrom } from 'kysely/helpers/postgres'
import { notFound } from '../../../platform/problems/problem.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { ConsentPurpose, ConsentSection } from '../model/consent-pack.ts'
import type { ConsentText, DocumentHead } from '../model/consent-text.ts'
import type { Decision } from '../model/standing.ts'
import type { Write } from '../../../platform/contracts/write.ts'
import { factTable } from '../../../platform/database/changes/fact-table.ts'
import { writeStatement } from '../../../platform/database/changes/write-statement.ts'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { oldestFirst, type PageCursor } from '../../../platform/database/ids/page-cursor.ts'
import { preparedRead, type Placeholders } from '../../../platform/database/reads/prepared-read.ts'
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

/** The newest version of a document in every language, the original first. Null without a document. */
export const findNewest = async (
  db: AnyKysely,
  documentId: string,
): Promise<{ readonly head: DocumentHead; readonly texts: readonly ConsentText[] } | null> => {
  const rows = await tablesOf(db)
    .selectFrom(heads(db).where('document_id', '=', requireUuid(documentId)).as('head'))
    .innerJoin('consent.texts as text', (join) =>
      join.onRef('text.document_id', '=', 'head.documentId').onRef('text.version', '=', 'head.version'),
    )
    .selectAll('text')
    .select('head.materialVersion')
    .orderBy('text.translated')
    .orderBy('text.id')
    .execute()
  const [first] = rows
  if (!first) return null
  const { document_id: id, purpose, version, materialVersion } = first
  return { head: { documentId: id, purpose, version, materialVersion }, texts: rows.map(textOf) }
}

/** The newest version of these documents in every language in which it was published, the originals first. */
export const listNewestTexts = async (db: AnyKysely, documents: readonly DocumentHead[]): Promise<ConsentText[]> => {
  const rows = await selectNewestTexts(db, {
    ids: documents.map(({ documentId }) => documentId),
    newest: documents.map(({ version }) => version),
  })
  return rows.map(textOf)
}
const selectNewestTexts = preparedRead(
  (db, { ids, newest }: Placeholders<{ ids: readonly string[]; newest: readonly number[] }>) =>
    tablesOf(db)
      .selectFrom('consent.texts')
      .selectAll()
      .where(sql<boolean>`(document_id, version) in (select unnest(${ids}::uuid[]), unnest(${newest}::integer[]))`)
      .orderBy('translated')
      .orderBy('id'),
)

/** A document's newest versions, and one version of it in every language (empty if there is no such version). */
export interface ReadVersion {
  readonly head: DocumentHead
  readonly texts: readonly ConsentText[]
}

/** In one statement. */
export const readVersion = async (db: AnyKysely, documentId: string, version: number): Promise<ReadVersion> => {
  const read = versionOf(await selectVersion(db, { documentId: requireUuid(documentId), version }))
  if (read === null) throw notFound('document_unknown')
  return read
}

/** The same with the patient's latest decision on its purpose, for a new decision. Null without a document. */
export const findVersionToDecide = async (
  db: AnyKysely,
  patientId: string,
  documentId: string,
  version: number,
): Promise<(ReadVersion & { readonly latest: Decision | undefined }) | null> => {
  const rows = await selectVersionToDecide(db, {
    patientId: requireUuid(patientId),
    documentId: requireUuid(documentId),
    version,
  })
  const read = versionOf(rows)
  const latest = rows[0]?.latest
  return (
    read && {
      ...read,
      latest: latest
        ? {
            ...latest,
            decidedAt: new Date(latest.decidedAt),
            revokedAt: latest.revokedAt === null ? null : new Date(latest.revokedAt),
            expiresAt: latest.expiresAt === null ? null : new Date(latest.expiresAt),
          }
        : undefined,
    }
  )
}

interface OfDocument {
  readonly documentId: string
  readonly version: number
}
const versions = (db: AnyKysely, { documentId, version }: Placeholders<OfDocument>) =>
  tablesOf(db)
    .selectFrom(heads(db).where('document_id', '=', documentId).as('head'))
    .leftJoin('consent.texts as text', (join) =>
      join.onRef('text.document_id', '=', 'head.documentId').on('text.version', '=', version),
    )
    .selectAll('text')
    .select(['head.version as newest', 'head.materialVersion', 'head.documentId', 'head.purpose as headPurpose'])
    .orderBy('text.translated')
    .orderBy('text.id')

const selectVersion = preparedRead(versions)
const selectVersionToDecide = preparedRead((db, of: Placeholders<OfDocument & { readonly patientId: string }>) =>
  versions(db, of).select(
    jsonObjectFrom(
      tablesOf(db)
        .selectFrom('consent.consents')
        .select(['id', 'purpose', 'decision', 'revoked_at as revokedAt'])
        .select(['decided_at as decidedAt', 'decided_by_kind as decidedByKind', 'expires_at as expiresAt'])
        .select(['document_id as documentId', 'document_version as documentVersion', 'appointment_id as appointmentId'])
        .where('patient_id', '=', of.patientId)
        .where('purpose', '=', sql.ref<ConsentPurpose>('head.purpose'))
        .orderBy('id', 'desc')
        .limit(1),
    ).as('latest'),
  ),
)

const versionOf = (rows: Awaited<ReturnType<ReturnType<typeof versions>['execute']>>): ReadVersion | null => {
  const [first] = rows
  if (!first) return null
  const { documentId, headPurpose: purpose, newest, materialVersion } = first
  return {
    head: { documentId, purpose, version: newest, materialVersion },
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

/** Conditional: the purpose has no document yet, so that it is always clear which one is in effect. */
export const insertDocument = (id: string, purpose: ConsentPurpose): Write => ({
  statement: insertDocumentOnce,
  values: [id, purpose],
})
const insertDocumentOnce = writeStatement({
  kind: 'insert',
  table: 'consent.documents',
  columns: ['id', 'purpose'],
  values: ['$1::uuid', '$2::text'],
  isConditional: true,
})

const texts = factTable<Omit<ConsentText, 'sections'> & { readonly sections: string }>('consent.texts', {
  id: ['id', 'uuid'],
  documentId: ['document_id', 'uuid'],
  purpose: ['purpose', 'text'],
  version: ['version', 'integer'],
  language: ['language', 'text'],
  title: ['title', 'text'],
  sections: ['sections', 'jsonb'],
  contentHash: ['content_hash', 'text'],
  material: ['material', 'boolean'],
  translated: ['translated', 'boolean'],
  reviewedBy: ['reviewed_by', 'text'],
  publishedAt: ['published_at', 'timestamptz'],
})

/** The first text of a new document. */
export const insertFirstText = (text: ConsentText): Write => texts.insert(rowOf(text))

/** Another text. Conditional: the version does not exist in this language, or as another original. */
export const insertNextText = (text: ConsentText): Write => texts.insertOnce(rowOf(text))

const rowOf = (text: ConsentText) => ({ ...text, sections: JSON.stringify(text.sections) })

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

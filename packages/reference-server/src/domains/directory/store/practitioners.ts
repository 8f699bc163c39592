import type { Selectable } from 'kysely'
import type { Write } from '../../../platform/contracts/write.ts'
import { factTable } from '../../../platform/database/changes/fact-table.ts'
import { isUuid, requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { oldestFirst, type PageCursor } from '../../../platform/database/ids/page-cursor.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { Practitioner } from '../model/practitioner.ts'
import { factsInMemory } from '../../../platform/database/facts/fact-memory.ts'
import { tablesOf, type DirectoryTables } from './tables.ts'

const inMemory = factsInMemory('directory.practitioners', {
  'directory.practitioner-changed': ({ practitionerId }) => practitionerId,
})

export const readPractitioner = async (db: AnyKysely, id: string): Promise<Practitioner> => {
  const row = await inMemory(db, requireUuid(id), () =>
    tablesOf(db).selectFrom('directory.practitioners').selectAll().where('id', '=', id).executeTakeFirst(),
  )
  if (!row) throw notFound('practitioner_unknown')
  return practitionerOf(row)
}

/** Includes inactive practitioners. Unknown ids are left out. */
export const readPractitioners = async (db: AnyKysely, ids: readonly string[]): Promise<Practitioner[]> => {
  const known = [...new Set(ids)].filter(isUuid)
  if (known.length === 0) return []
  const rows = await tablesOf(db).selectFrom('directory.practitioners').selectAll().where('id', 'in', known).execute()
  return rows.map(practitionerOf)
}

/** Active practitioners after an id, ordered by id. */
export const listActivePractitioners = async (db: AnyKysely, page: PageCursor): Promise<Practitioner[]> => {
  const rows = await tablesOf(db)
    .selectFrom('directory.practitioners')
    .selectAll()
    .where('active', '=', true)
    .$call(oldestFirst(page))
    .execute()
  return rows.map(practitionerOf)
}

export const findPractitionerByMember = async (db: AnyKysely, memberId: string): Promise<Practitioner | null> => {
  const row = await tablesOf(db)
    .selectFrom('directory.practitioners')
    .selectAll()
    .where('member_id', '=', memberId)
    .executeTakeFirst()
  return row ? practitionerOf(row) : null
}

/** `title`, `licenses` and `names` are written as text: the driver sends an array as an array of PostgreSQL. */
const practitioners = factTable<PractitionerRow>(
  'directory.practitioners',
  {
    id: ['id', 'uuid'],
    memberId: ['member_id', 'uuid'],
    displayName: ['display_name', 'text'],
    title: ['title', 'jsonb'],
    specialties: ['specialties', 'text[]'],
    languages: ['languages', 'text[]'],
    zone: ['zone', 'text'],
    npi: ['npi', 'text'],
    names: ['names', 'jsonb'],
    licenses: ['licenses', 'jsonb'],
    active: ['active', 'boolean'],
    photoId: ['photo_id', 'uuid'],
    profession: ['profession', 'text'],
    version: ['version', 'integer'],
  },
  { fixed: ['memberId'] },
)
type PractitionerRow = Omit<
  Practitioner,
  'title' | 'licenses' | 'npi' | 'photoId' | 'profession' | 'name' | 'otherNames'
> & {
  readonly title: string
  readonly licenses: string
  readonly names: string | null
  readonly npi: string | null
  readonly photoId: string | null
  readonly profession: string | null
}

/** Conditional: the member is not a practitioner yet. */
export const insertPractitioner = (practitioner: Practitioner): Write => practitioners.insertOnce(rowOf(practitioner))

export const replacePractitioner = (after: Practitioner, before: Practitioner): Write =>
  practitioners.replace(rowOf(after), rowOf(before))

const rowOf = ({ name, otherNames, ...practitioner }: Practitioner): PractitionerRow => ({
  ...practitioner,
  names: name === undefined && otherNames === undefined ? null : JSON.stringify({ name, otherNames }),
  title: JSON.stringify(practitioner.title),
  licenses: JSON.stringify(practitioner.licenses),
  npi: practitioner.npi ?? null,
  photoId: practitioner.photoId ?? null,
  profession: practitioner.profession ?? null,
})

const practitionerOf = (row: Selectable<DirectoryTables['directory.practitioners']>): Practitioner => ({
  id: row.id,
  memberId: row.member_id,
  displayName: row.display_name,
  ...(row.names as Pick<Practitioner, 'name' | 'otherNames'> | null),
  title: row.title as Practitioner['title'],
  specialties: row.specialties,
  languages: row.languages,
  zone: row.zone,
  licenses: row.licenses as Practitioner['licenses'],
  ...(row.npi !== null && { npi: row.npi }),
  ...(row.photo_id !== null && { photoId: row.photo_id }),
  ...(row.profession !== null && { profession: row.profession as Practitioner['profession'] & string }),
  active: row.active,
  version: row.version,
})

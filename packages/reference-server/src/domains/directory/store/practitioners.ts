import type { Selectable } from 'kysely'
import { isDuplicate } from '../../../platform/database/errors/is-duplicate.ts'
import { isUuid, requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { oldestFirst, type PageCursor } from '../../../platform/database/ids/page-cursor.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { Practitioner } from '../model/practitioner.ts'
import { memberTaken } from '../problems.ts'
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

export const insertPractitioner = async (
  tx: AnyKysely,
  organizationId: string,
  practitioner: Practitioner,
): Promise<void> => {
  await tablesOf(tx)
    .insertInto('directory.practitioners')
    .values({
      organization_id: organizationId,
      id: practitioner.id,
      member_id: practitioner.memberId,
      ...changeable(practitioner),
    })
    .execute()
    .catch((error: unknown) => {
      throw isDuplicate(error) ? memberTaken() : error
    })
}

export const replacePractitioner = async (tx: AnyKysely, practitioner: Practitioner): Promise<boolean> => {
  const { numUpdatedRows } = await tablesOf(tx)
    .updateTable('directory.practitioners')
    .set(changeable(practitioner))
    .where('id', '=', practitioner.id)
    .where('version', '=', practitioner.version - 1)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

const changeable = (practitioner: Practitioner) => ({
  display_name: practitioner.displayName,
  title: JSON.stringify(practitioner.title),
  specialties: practitioner.specialties,
  languages: practitioner.languages,
  zone: practitioner.zone,
  npi: practitioner.npi ?? null,
  licenses: JSON.stringify(practitioner.licenses),
  active: practitioner.active,
  version: practitioner.version,
})

const practitionerOf = (row: Selectable<DirectoryTables['directory.practitioners']>): Practitioner => ({
  id: row.id,
  memberId: row.member_id,
  displayName: row.display_name,
  title: row.title as Practitioner['title'],
  specialties: row.specialties,
  languages: row.languages,
  zone: row.zone,
  licenses: row.licenses as Practitioner['licenses'],
  ...(row.npi !== null && { npi: row.npi }),
  active: row.active,
  version: row.version,
})

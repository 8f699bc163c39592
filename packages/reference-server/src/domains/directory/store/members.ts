import type { components } from '@visitkit/contract'
import { sql } from 'kysely'
import { notFound } from '../../../platform/problems/problem.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { Write } from '../../../platform/contracts/write.ts'
import { factTable } from '../../../platform/database/changes/fact-table.ts'
import { writeStatement } from '../../../platform/database/changes/write-statement.ts'
import { oldestFirst, type PageCursor } from '../../../platform/database/ids/page-cursor.ts'
import { isUuid, requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { factsInMemory } from '../../../platform/database/facts/fact-memory.ts'
import { preparedRead, type Placeholders } from '../../../platform/database/reads/prepared-read.ts'
import { tablesOf } from './tables.ts'

export type Member = components['schemas']['Member']

const members = (db: AnyKysely) =>
  tablesOf(db)
    .selectFrom('directory.members as member')
    .leftJoin('directory.practitioners as practitioner', (join) =>
      join
        .onRef('practitioner.organization_id', '=', 'member.organization_id')
        .onRef('practitioner.member_id', '=', 'member.id'),
    )
    .select([
      'member.id',
      'member.display_name',
      'member.email',
      'member.roles',
      'member.status',
      'member.version',
      'practitioner.id as practitioner_id',
    ])
    .select(
      sql<boolean>`exists (select from directory.identities as identity
        where identity.organization_id = member.organization_id
          and identity.person_kind = 'member' and identity.person_id = member.id)`.as('is_linked'),
    )

export const findMember = async (db: AnyKysely, id: string): Promise<Member | null> => {
  const row = await members(db).where('member.id', '=', id).executeTakeFirst()
  return row ? memberOf(row) : null
}

export const readMember = async (db: AnyKysely, id: string): Promise<Member> => {
  const member = await findMember(db, requireUuid(id))
  if (!member) throw notFound('member_unknown')
  return member
}

export const listMembers = async (db: AnyKysely, page: PageCursor): Promise<Member[]> => {
  const rows = await members(db).$call(oldestFirst(page, 'member.id')).execute()
  return rows.map(memberOf)
}

/** Active members by name, and when they were added; `memberId`: only this one. */
export const listActiveMembers = async (
  db: AnyKysely,
  memberId?: string,
): Promise<readonly (Pick<Member, 'id' | 'displayName' | 'roles'> & { readonly since: Date })[]> =>
  tablesOf(db)
    .selectFrom('directory.members')
    .select(['id', 'display_name as displayName', 'roles', 'created_at as since'])
    .where('status', '=', 'active')
    .$if(memberId !== undefined, (query) => query.where('id', '=', memberId ?? ''))
    .orderBy('display_name')
    .orderBy('id')
    .execute()

/** Of active members who have one. */
export const listMemberAddresses = async (db: AnyKysely): Promise<ReadonlyMap<string, string>> => {
  const rows = await tablesOf(db)
    .selectFrom('directory.members')
    .select(['id', 'email'])
    .where('status', '=', 'active')
    .where('email', 'is not', null)
    .execute()
  return new Map(rows.flatMap(({ id, email }) => (email === null ? [] : [[id, email]])))
}

/** Display names by member id. Unknown ids are left out. */
export const listMemberNames = async (db: AnyKysely, ids: readonly string[]): Promise<Map<string, string>> => {
  const [first, ...others] = ids.filter(isUuid)
  if (first === undefined) return new Map()
  const rows =
    others.length === 0
      ? [await namesInMemory(db, first, async () => (await selectNames(db, { ids: [first] }))[0])]
      : await selectNames(db, { ids: [first, ...others] })
  return new Map(rows.flatMap((row) => (row === undefined ? [] : [[row.id, row.display_name]])))
}
const namesInMemory = factsInMemory('directory.member-names', {
  'directory.member-changed': ({ memberId }) => memberId,
})
const selectNames = preparedRead((db, { ids }: Placeholders<{ ids: readonly string[] }>) =>
  tablesOf(db)
    .selectFrom('directory.members')
    .select(['id', 'display_name'])
    .where('id', '=', sql<string>`any(${ids}::uuid[])`),
)

const memberRows = factTable<MemberFacts>('directory.members', {
  id: ['id', 'uuid'],
  displayName: ['display_name', 'text'],
  email: ['email', 'text'],
  roles: ['roles', 'text[]'],
  status: ['status', 'text'],
  version: ['version', 'integer'],
})
type MemberFacts = Pick<Member, 'id' | 'displayName' | 'roles' | 'status' | 'version'> & {
  readonly email: string | null
}

export const insertMember = (member: Member): Write => memberRows.insert(factsOf(member))

export const replaceMember = (after: Member, before: Member): Write =>
  memberRows.replace(factsOf(after), factsOf(before))

const factsOf = (member: Member): MemberFacts => ({ ...member, email: member.email ?? null })

/** Since when a member is disabled; null: they are active. */
export const writeDisabledAt = (id: string, at: Date | null): Write => ({ statement: setDisabledAt, values: [id, at] })
const setDisabledAt = writeStatement({
  kind: 'update',
  table: 'directory.members',
  set: 'disabled_at = $2::timestamptz',
  where: 'id = $1::uuid',
  isConditional: false,
})

/** Since when members are disabled, by id. None of those who are active. */
export const listDisabledMembers = async (db: AnyKysely): Promise<ReadonlyMap<string, Date>> => {
  const rows = await tablesOf(db)
    .selectFrom('directory.members')
    .select(['id', 'disabled_at'])
    .where('disabled_at', 'is not', null)
    .execute()
  return new Map(rows.flatMap(({ id, disabled_at: at }) => (at === null ? [] : [[id, at]])))
}

/** Ids of members who can administer the organization, locked: two of them cannot disable each other at the same moment. */
export const lockAdministrators = async (tx: AnyKysely): Promise<string[]> => {
  const rows = await tablesOf(tx)
    .selectFrom('directory.members')
    .select(['id', 'roles'])
    .where('status', '=', 'active')
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.filter(({ roles }) => roles.includes('administrator')).map(({ id }) => id)
}

/** Locks the member until the transaction ends, so that changes of their invitations and sign-ins run one after the other. */
export const lockMember = async (tx: AnyKysely, id: string): Promise<void> => {
  const row = await tablesOf(tx)
    .selectFrom('directory.members')
    .select('id')
    .where('id', '=', requireUuid(id))
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound('member_unknown')
}

interface MemberRow {
  readonly id: string
  readonly display_name: string
  readonly email: string | null
  readonly roles: Member['roles']
  readonly status: Member['status']
  readonly version: number
  readonly practitioner_id: string | null
  readonly is_linked: boolean
}

const memberOf = (row: MemberRow): Member => ({
  id: row.id,
  displayName: row.display_name,
  ...(row.email !== null && { email: row.email }),
  roles: row.roles,
  status: row.status,
  login: row.is_linked ? 'linked' : 'none',
  practitionerId: row.practitioner_id,
  version: row.version,
})

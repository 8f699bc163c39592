import { createHash } from 'node:crypto'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { Vault } from '../../../platform/contracts/vault.ts'
import { isUuid } from '../../../platform/database/ids/require-uuid.ts'
import { tablesOf } from './tables.ts'

/** A sign-in: the subject of one of the organization's registered issuers. */
export interface Identity {
  readonly issuer: string
  readonly subject: string
}

export interface KnownPerson {
  readonly kind: 'patient' | 'proxy' | 'member'
  readonly personId: string
}

/** The person to whom the sign-in is linked; null when it is not linked in this organization. */
export const findIdentity = async (
  db: AnyKysely,
  vault: Vault,
  organizationId: string,
  identity: Identity,
  lock?: 'for-update',
): Promise<KnownPerson | null> => {
  const row = await tablesOf(db)
    .selectFrom('directory.identities')
    .select(['person_kind', 'person_id'])
    .where('identity_index', '=', await subjectIndex(db, vault, organizationId, identity))
    .$if(lock !== undefined, (query) => query.forUpdate())
    .executeTakeFirst()
  return row ? { kind: row.person_kind, personId: row.person_id } : null
}

/** Links the sign-in; false when it is linked already. */
export const insertIdentity = async (
  tx: AnyKysely,
  vault: Vault,
  {
    id,
    organizationId,
    identity,
    person,
  }: { id: string; organizationId: string; identity: Identity; person: KnownPerson },
): Promise<boolean> => {
  const { numInsertedOrUpdatedRows = 0n } = await tablesOf(tx)
    .insertInto('directory.identities')
    .values({
      organization_id: organizationId,
      id,
      identity_index: await subjectIndex(tx, vault, organizationId, identity),
      person_kind: person.kind,
      person_id: person.personId,
    })
    .onConflict((conflict) => conflict.columns(['organization_id', 'identity_index']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Whether the person has a linked sign-in. Locked, so that no other transaction links or unlinks it in between. */
export const lockIdentities = async (tx: AnyKysely, { kind, personId }: KnownPerson): Promise<boolean> => {
  const rows = await tablesOf(tx)
    .selectFrom('directory.identities')
    .select('id')
    .where('person_kind', '=', kind)
    .where('person_id', '=', personId)
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.length > 0
}

/** Those of the given people of one kind who have a linked sign-in. */
export const findLinked = async (
  db: AnyKysely,
  kind: KnownPerson['kind'],
  personIds: readonly string[],
): Promise<ReadonlySet<string>> => {
  const known = personIds.filter(isUuid)
  if (known.length === 0) return new Set()
  const rows = await tablesOf(db)
    .selectFrom('directory.identities')
    .select('person_id')
    .where('person_kind', '=', kind)
    .where('person_id', 'in', known)
    .execute()
  return new Set(rows.map((row) => row.person_id))
}

/** Whether a sign-in is linked to the patient, as the contract says it. */
export const readPatientLogin = async (
  db: AnyKysely,
  patientId: string,
): Promise<{ patientId: string; status: 'linked' | 'none' }> => ({
  patientId,
  status: (await findLinked(db, 'patient', [patientId])).has(patientId) ? 'linked' : 'none',
})

/** Unlinks every sign-in of the person. False when none was linked. */
export const deleteIdentities = async (tx: AnyKysely, { kind, personId }: KnownPerson): Promise<boolean> => {
  const { numDeletedRows } = await tablesOf(tx)
    .deleteFrom('directory.identities')
    .where('person_kind', '=', kind)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** Hashed first, because subjects are case-sensitive and the index's own normalization is not. */
const subjectIndex = (
  db: AnyKysely,
  vault: Vault,
  organizationId: string,
  { issuer, subject }: Identity,
): Promise<Uint8Array> =>
  vault.blindIndex(
    db,
    organizationId,
    'directory.identities.identity',
    createHash('sha256')
      .update(JSON.stringify([issuer, subject]))
      .digest('hex'),
  )

import { createHash } from 'node:crypto'
import type { components } from '@visitkit/contract'

import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { Vault } from '../../../platform/contracts/vault.ts'
import { identityTaken } from '../problems.ts'
import { isDuplicate } from '../../../platform/database/errors/is-duplicate.ts'
import { tablesOf } from './tables.ts'

export type Identity = components['schemas']['Identity']
export interface KnownPerson {
  readonly kind: 'patient' | 'proxy' | 'member'
  readonly personId: string
}

/** Who signs in as `identity`; null for nobody whom the organization knows. */
export const findIdentity = async (
  db: AnyKysely,
  vault: Vault,
  organizationId: string,
  identity: Identity,
): Promise<KnownPerson | null> => {
  const row = await tablesOf(db)
    .selectFrom('directory.identities')
    .select(['person_kind', 'person_id'])
    .where('identity_index', '=', await indexOf(db, vault, organizationId, identity))
    .executeTakeFirst()
  return row ? { kind: row.person_kind, personId: row.person_id } : null
}

/** Refuses with `identity_taken` when the identity is someone's already. */
export const insertIdentity = async (
  tx: AnyKysely,
  vault: Vault,
  {
    id,
    organizationId,
    identity,
    person,
  }: { id: string; organizationId: string; identity: Identity; person: KnownPerson },
): Promise<void> => {
  try {
    await tablesOf(tx)
      .insertInto('directory.identities')
      .values({
        organization_id: organizationId,
        id,
        identity_index: await indexOf(tx, vault, organizationId, identity),
        person_kind: person.kind,
        person_id: person.personId,
      })
      .execute()
  } catch (error) {
    if (isDuplicate(error)) throw identityTaken()
    throw error
  }
}

/** Hashed first, because subjects tell case and punctuation apart and the index's own normalising does not. */
const indexOf = (
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

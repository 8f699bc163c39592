import type { RequestContext, VaultContext } from '../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { Vault } from '../../../platform/contracts/vault.ts'
import type { Write } from '../../../platform/contracts/write.ts'
import { factTable } from '../../../platform/database/changes/fact-table.ts'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import type { Guest, GuestDetails, KnownGuest } from '../model/guest.ts'
import { tablesOf } from './tables.ts'
import { isBeyondReach } from './visits.ts'

const table = 'visits.guests'

const guests = factTable<Guest>(
  table,
  {
    id: ['id', 'uuid'],
    appointmentId: ['appointment_id', 'uuid'],
    patientId: ['patient_id', 'uuid'],
    practitionerId: ['practitioner_id', 'uuid'],
    kind: ['kind', 'text'],
    status: ['status', 'text'],
    invitedByPatient: ['invited_by_patient', 'boolean'],
    secretIndex: ['secret_index', 'bytea'],
    opensAt: ['opens_at', 'timestamptz'],
    expiresAt: ['expires_at', 'timestamptz'],
    invitedAt: ['invited_at', 'timestamptz'],
    redeemedAt: ['redeemed_at', 'timestamptz'],
    admittedAt: ['admitted_at', 'timestamptz'],
    endedAt: ['ended_at', 'timestamptz'],
    version: ['version', 'integer'],
  },
  {
    fixed: ['appointmentId', 'patientId', 'kind', 'invitedByPatient', 'secretIndex', 'invitedAt'],
    sealedFor: ({ patientId }) => patientId,
  },
)

export const insertGuest = (guest: KnownGuest): Write => guests.insert(guest, guest.details)

/** Conditional: of two who use one code at once, the second one is decided again. */
export const replaceGuest = (after: KnownGuest, before: KnownGuest): Write =>
  guests.replace(after, before, after.details === before.details ? undefined : after.details)

/** The same for a step that leaves the details as they are. */
export const replaceGuestFacts = (after: Guest, before: Guest): Write => guests.replace(after, before)

/** A guest as stored, their details still encrypted. */
export interface EncryptedGuest extends Guest {
  readonly sealed: Uint8Array
}

type Reader = Pick<RequestContext, 'caller' | 'access'>

/** Throws `not_found`, also for a guest of a patient beyond the caller's reach. */
export const readGuest = async (db: AnyKysely, { access, caller }: Reader, id: string): Promise<EncryptedGuest> => {
  const row = await select(db).where('id', '=', requireUuid(id)).executeTakeFirst()
  const guest = row && guestOf(row)
  if (guest === undefined || isBeyondReach(access, caller, guest.patientId)) throw notFound('guest unknown')
  return guest
}

/** Null without one. For a session that is renewed: there is no caller yet. */
export const findGuest = async (db: AnyKysely, id: string): Promise<Guest | null> => {
  const row = await select(db).where('id', '=', requireUuid(id)).executeTakeFirst()
  return row ? guestOf(row) : null
}

export const findGuestBySecret = async (db: AnyKysely, secretIndex: Uint8Array): Promise<EncryptedGuest | null> => {
  const row = await select(db).where('secret_index', '=', secretIndex).executeTakeFirst()
  return row ? guestOf(row) : null
}

/** Every guest of these appointments, in the order in which they were invited. */
export const listGuestsOf = async (db: AnyKysely, appointmentIds: readonly string[]): Promise<EncryptedGuest[]> => {
  if (appointmentIds.length === 0) return []
  const rows = await select(db)
    .where('appointment_id', 'in', [...appointmentIds])
    .orderBy('id')
    .execute()
  return rows.map(guestOf)
}

/** These guests. */
export const listGuestsById = async (db: AnyKysely, ids: readonly string[]): Promise<EncryptedGuest[]> =>
  ids.length === 0
    ? []
    : (
        await select(db)
          .where('id', 'in', [...ids])
          .execute()
      ).map(guestOf)

export const decryptGuest = async (
  db: AnyKysely,
  { caller, access, vault }: VaultContext,
  { sealed, ...facts }: EncryptedGuest,
): Promise<KnownGuest> => ({
  ...facts,
  details: await vault.open<GuestDetails>(
    db,
    access,
    { organizationId: caller.organizationId, table, rowId: facts.id, patientId: facts.patientId },
    sealed,
  ),
})

/** Keyed hash of the normalized code, under the organization's own key: a code of another organization equals a guess. */
export const hashGuestSecret = (
  db: AnyKysely,
  vault: Vault,
  organizationId: string,
  normalizedSecret: string,
): Promise<Uint8Array> => vault.blindIndex(db, organizationId, `${table}.secret`, normalizedSecret)

const select = (db: AnyKysely) =>
  tablesOf(db)
    .selectFrom(table)
    .select([...guests.columns, 'sealed'] as 'id'[])

const guestOf = (row: object): EncryptedGuest => {
  const columns = row as Record<string, unknown> & { readonly sealed: Uint8Array }
  return { ...guests.factOf(columns), sealed: columns.sealed }
}

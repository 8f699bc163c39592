import { sql } from 'kysely'
import { notFound } from '../../../../platform/problems/problem.ts'
import type { RequestContext } from '../../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import type { Hold } from '../model/hold.ts'
import { factTable } from '../../../../platform/database/changes/fact-table.ts'
import { requireUuid } from '../../../../platform/database/ids/require-uuid.ts'
import { tablesOf } from './tables.ts'

export const holds = factTable<Hold>(
  'scheduling.holds',
  {
    id: ['id', 'uuid'],
    visitTypeId: ['visit_type_id', 'uuid'],
    practitionerId: ['practitioner_id', 'uuid'],
    personId: ['person_id', 'text'],
    patientId: ['patient_id', 'uuid'],
    stateCode: ['state_code', 'text'],
    start: ['start_at', 'timestamptz'],
    end: ['end_at', 'timestamptz'],
    expiresAt: ['expires_at', 'timestamptz'],
    renewals: ['renewals', 'integer'],
    state: ['state', 'text'],
    language: ['language', 'text'],
    appointmentId: ['appointment_id', 'uuid'],
    occupant: ['occupant', 'uuid'],
    leftFrom: ['left_from', 'timestamptz'],
    overridden: ['overridden', 'boolean'],
    claims: ['claims', 'uuid[]'],
    claimOwners: ['claim_owners', 'uuid[]'],
    seat: ['seat', 'integer'],
    interpreterLanguage: ['interpreter_language', 'text'],
  },
  {
    fixed: [
      'visitTypeId',
      'practitionerId',
      'personId',
      'patientId',
      'stateCode',
      'language',
      'appointmentId',
      'occupant',
      'start',
      'end',
      'overridden',
      'claims',
      'claimOwners',
      'seat',
      'interpreterLanguage',
    ],
    guard: ['state', 'renewals', 'leftFrom'],
  },
)

/**
 * A hold that the caller may use: their own, or anyone's for staff. Throws `not_found` otherwise. A hold whose time was given to someone
 * else, by a server whose clock is ahead, is released.
 */
export const readHold = async (
  db: AnyKysely,
  { caller, access }: Pick<RequestContext, 'caller' | 'access'>,
  id: string,
): Promise<Hold> => {
  const row = await tablesOf(db)
    .selectFrom('scheduling.holds as hold')
    .innerJoin('scheduling.busy as busy', (join) =>
      join.onRef('busy.organization_id', '=', 'hold.organization_id').onRef('busy.id', '=', 'hold.id'),
    )
    .selectAll('hold')
    .select(
      sql<boolean>`busy.active and not exists (select from scheduling.busy as claim
        where claim.id = any(hold.claims) and not claim.active)`.as('active'),
    )
    .where('hold.id', '=', requireUuid(id))
    .executeTakeFirst()
  if (!row || (access.reach === 'own' && row.person_id !== caller.personId)) throw notFound('hold_unknown')
  const hold = holds.factOf(row)
  return hold.state === 'held' && !row.active ? { ...hold, state: 'released' } : hold
}

/** The holds of this person at `now`, newest first. At most as many as a person may have. */
export const listOwnHolds = async (db: AnyKysely, personId: string, now: Date): Promise<Hold[]> => {
  const rows = await tablesOf(db)
    .selectFrom('scheduling.holds as hold')
    .innerJoin('scheduling.busy as busy', (join) =>
      join.onRef('busy.organization_id', '=', 'hold.organization_id').onRef('busy.id', '=', 'hold.id'),
    )
    .selectAll('hold')
    .where('hold.person_id', '=', personId)
    .where('hold.state', '=', 'held')
    .where('hold.expires_at', '>', now)
    .where('busy.active', '=', true)
    .orderBy('hold.id', 'desc')
    .execute()
  return rows.map((row) => holds.factOf(row))
}

/** Holds of anyone at `now`, at most `take`, those with one calendar (of a practitioner or a resource) or visit type if given. */
export const listHeld = async (
  db: AnyKysely,
  { ownerId, visitTypeId }: { readonly ownerId?: string | undefined; readonly visitTypeId?: string | undefined },
  now: Date,
  take: number,
): Promise<Hold[]> => {
  const rows = await tablesOf(db)
    .selectFrom('scheduling.holds')
    .selectAll()
    .where('state', '=', 'held')
    .where('expires_at', '>', now)
    .$if(ownerId !== undefined, (query) =>
      query.where(sql<boolean>`(practitioner_id = ${ownerId}::uuid or claim_owners @> array[${ownerId}::uuid])`),
    )
    .$if(visitTypeId !== undefined, (query) => query.where('visit_type_id', '=', visitTypeId ?? ''))
    .orderBy('id')
    .limit(take)
    .execute()
  return rows.map((row) => holds.factOf(row))
}

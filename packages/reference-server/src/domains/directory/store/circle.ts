import { sql } from 'kysely'
import type { CareMember } from '../../../platform/care/care-ports.ts'
import type { Circle, CircleCover, CircleEmergency } from '../../../platform/care/relationship.ts'
import { personUuidOf } from '../../../platform/database/ids/require-uuid.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import { preparedRead, type Placeholders } from '../../../platform/database/reads/prepared-read.ts'

interface Row {
  readonly chart_reach: Circle['chartReach'] | null
  readonly specialties: string[] | null
  readonly team: string[] | null
  readonly covers:
    | {
        readonly practitioner_id: string
        readonly member_id: string | null
        readonly kind: CircleCover['kind']
        readonly starts_at: string
        readonly ends_at: string
      }[]
    | null
  readonly emergencies:
    | {
        readonly patient_id: string
        readonly reason: CircleEmergency['reason']
        readonly starts_at: string
        readonly ends_at: string
      }[]
    | null
}

/**
 * The work and the patients of a member, in one statement: care teams, covers and emergency accesses that have not ended at `now`, and the organization's policy. A
 * client that signed in for itself has none of its own.
 */
export const readCircle = async (
  db: AnyKysely,
  { organizationId, memberId, practitionerId }: CareMember,
  now: Date,
): Promise<Circle> => {
  const askedId = personUuidOf({ personId: memberId })
  const [row] = await selectCircle(db, { organizationId, memberId: askedId, practitionerId, now })
  return {
    memberId,
    practitionerId,
    specialties: row?.specialties ?? [],
    chartReach: row?.chart_reach ?? 'assigned',
    team: new Set(row?.team ?? []),
    covers: (row?.covers ?? []).map((cover) => ({
      practitionerId: cover.practitioner_id,
      memberId: cover.member_id,
      kind: cover.kind,
      from: new Date(cover.starts_at),
      until: new Date(cover.ends_at),
    })),
    emergencies: (row?.emergencies ?? []).map((open) => ({
      patientId: open.patient_id,
      reason: open.reason,
      from: new Date(open.starts_at),
      until: new Date(open.ends_at),
    })),
  }
}

interface Asked extends CareMember {
  readonly now: Date
}
const selectCircle = preparedRead(
  (_, { organizationId, memberId, practitionerId, now }: Placeholders<Asked>) => sql<Row>`
    select circle.* from (
      with teams as (
        select member_ids, practitioner_ids from directory.care_teams
        where active
          and (member_ids @> array[${memberId}]::uuid[] or practitioner_ids @> array[${practitionerId}]::uuid[])),
      colleagues as (select unnest(member_ids) as id from teams)
      select
        (select chart_reach from directory.organizations where id = ${organizationId}::uuid) as chart_reach,
        (select specialties from directory.practitioners where id = ${practitionerId}::uuid) as specialties,
        (select array_agg(id) from (
          select id from colleagues
          union select unnest(practitioner_ids) from teams
          union select practitioner.id from directory.practitioners as practitioner
            where practitioner.member_id in (select id from colleagues)
        ) as everyone) as team,
        (select json_agg(json_build_object(
            'practitioner_id', cover.practitioner_id, 'member_id', practitioner.member_id, 'kind', cover.kind,
            'starts_at', cover.starts_at, 'ends_at', cover.ends_at) order by cover.id)
          from directory.covers as cover
          join directory.practitioners as practitioner
            on practitioner.organization_id = cover.organization_id and practitioner.id = cover.practitioner_id
          where cover.covered_by = ${memberId}::uuid and cover.ended_at is null and cover.ends_at > ${now}::timestamptz) as covers,
        (select json_agg(json_build_object('patient_id', patient_id, 'reason', reason, 'starts_at', starts_at, 'ends_at', ends_at))
          from directory.emergency_accesses
          where member_id = ${memberId}::uuid and ended_at is null and ends_at > ${now}::timestamptz) as emergencies) as circle`,
)

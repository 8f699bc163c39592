import { afterAll, beforeAll, beforeEach } from 'vitest'
import type { components } from '@visitkit/contract'
import { sql } from 'kysely'
import { newId } from '../../../platform/database/ids/new-id.ts'
import type { SignedInClient } from '../../../platform/http/tests/server.testing.ts'
import { answered } from '../../../test-kit/answered.ts'
import { createTestHospital, type TestHospitalOptions } from '../../../test-kit/test-hospital.ts'
import { withMessagingVerbs, type MessagingHospital } from '../../messaging/tests/messaging-kit.testing.ts'

type Schemas = components['schemas']

export interface WatchedHospital {
  readonly kit: MessagingHospital
  /** A privacy officer, a new one for each name. */
  officer(name?: string): Promise<SignedInClient>
  /** The same person, in a session of now. */
  again(client: SignedInClient): Promise<SignedInClient>
  /** Links what is in the ledger, and runs the monitor. */
  watch(): Promise<void>
  /** A member opens the record of a patient. */
  open(member: SignedInClient, patientId: string): Promise<void>
  /** A patient whom privacy officers mark as confidential. */
  confidential(officer: SignedInClient): Promise<string>
  /** Cases about this member. */
  cases(
    officer: SignedInClient,
    member: SignedInClient,
    list?: 'closed' | 'secondLooks',
  ): Promise<Schemas['AccessCase'][]>
  /** Commits a row like one of this member now, of another time. */
  commitLate(member: SignedInClient, changed: object): Promise<void>
}

/** Call within `describe`. Each test begins on a Wednesday at ten in the morning in New York, with a monitor that has read everything. */
export const prepareWatch = (options: TestHospitalOptions): WatchedHospital => {
  let kit: MessagingHospital
  beforeAll(async () => {
    kit = withMessagingVerbs(await createTestHospital(options))
  })
  afterAll(() => kit.stop())
  beforeEach(async () => {
    // The test before may have moved the clock ahead, and days that are finished do not begin again.
    await kit.keep('compliance', ({ tx }) => sql`delete from compliance.monitor_positions`.execute(tx))
    // Longer ago than the time between two looks.
    kit.clock.set('2026-11-25T14:30:00Z')
    await hospital.watch()
    kit.clock.set('2026-11-25T15:00:00Z')
  })
  const hospital: WatchedHospital = {
    get kit() {
      return kit
    },
    officer: async (name = 'Robin Officersample') => {
      const { caller } = await kit.addMember('privacy-officer', name)
      return kit.as('privacy-officer', { personId: caller.personId })
    },
    again: ({ caller }) => {
      const role = caller.roles[0] ?? 'patient'
      return kit.as(role as Parameters<MessagingHospital['as']>[0], { personId: caller.personId })
    },
    watch: async () => {
      await kit.platform.ledger.settle()
      await kit.platform.checkpointer.checkpointNow()
      await kit.runJob('compliance.watch-accesses')
    },
    open: async (member, patientId) => {
      await answered((await hospital.again(member)).get(`/v1/patients/${patientId}`), 200)
    },
    confidential: async (officer) => {
      const { id } = await kit.addPatient()
      await answered(officer.post('/v1/monitor-facts', { patientId: id, kind: 'confidential' }), 201)
      return id
    },
    cases: async (officer, { caller }, list) => {
      const which = list === undefined ? '' : `&${list}=true`
      const { items } = await answered(officer.get(`/v1/access-cases?limit=100${which}`), 200)
      return items.filter(({ member }: Schemas['AccessCase']) => member.memberId === caller.personId)
    },
    commitLate: async ({ caller }, changed) => {
      await kit.platform.database.transactAcross('audit', (tx) =>
        sql`insert into audit.access_rows
            select (jsonb_populate_record(known, ${JSON.stringify({ id: newId(), ...changed })}::jsonb
              || jsonb_build_object('xid', pg_current_xact_id()::text))).*
            from audit.access_rows as known
            where id = (select id from audit.access_rows where actor_id = ${caller.personId}::uuid
              and patient_id is not null order by id desc limit 1)`.execute(tx),
      )
    },
  }
  return hospital
}

import { sql } from 'kysely'
import type { components } from '@visitkit/contract'
import type { SignedInClient } from '../../../platform/http/tests/server.testing.ts'
import { newId } from '../../../platform/database/ids/new-id.ts'
import { answered } from '../../../test-kit/answered.ts'
import { shortVisitType } from '../../../test-kit/create-clinic.ts'
import type { SchedulingHospital } from './clinic.testing.ts'

type Schemas = components['schemas']
const everyDay = [1, 2, 3, 4, 5, 6, 7]

/** A clinic with visit types, resources and rows of its own. */
export const suppliesOf = (hospital: () => SchedulingHospital) => {
  let desk: Promise<SignedInClient> | undefined
  const asDesk = (): Promise<SignedInClient> => (desk ??= hospital().as('front-desk'))
  return {
    asDesk,
    /** A type of 30 minutes in cardiology, every half hour, without notice. */
    addType: async (change: Partial<Schemas['CreateVisitType']> = {}): Promise<Schemas['VisitType']> => {
      const administrator = await hospital().as('administrator')
      const code = `type-${newId()}`
      const type = { ...shortVisitType, code, specialty: 'cardiology', minutes: 30, stepMinutes: 30, ...change }
      return answered(administrator.post('/v1/visit-types', type), 201)
    },
    addResource: async (
      kind: Schemas['ResourceKind'],
      change: Partial<Schemas['CreateResource']> = {},
    ): Promise<Schemas['Resource']> => {
      const weekly = everyDay.map((weekday) => ({ weekday, from: '00:00', to: '24:00' }))
      const languages = kind === 'interpreter' ? { languages: ['es'] } : {}
      const resource = { kind, name: `${kind} ${newId().slice(-4)}`, zone: 'America/New_York', weekly, ...languages }
      return answered((await asDesk()).post('/v1/resources', { ...resource, ...change }), 201)
    },
    /** The starts that a search offers. */
    search: async (client: SignedInClient, query: Record<string, string>): Promise<Schemas['SlotSearchResult']> =>
      answered(client.get(`/v1/slots?${new URLSearchParams(query)}`), 200),
    /** Rows of busy times that are in force, of these calendars. */
    busyRows: (
      owners: readonly string[],
    ): Promise<{ readonly id: string; readonly owner: string; readonly occupant: string; readonly held: boolean }[]> =>
      hospital().keep('scheduling', async ({ tx }) => {
        const { rows } = await sql<{ id: string; owner: string; occupant: string; held: boolean }>`
          select id, practitioner_id as owner, occupant, expires_at is not null as held from scheduling.busy
          where active and practitioner_id = any(${owners}::uuid[])`.execute(tx)
        return rows
      }),
  }
}

import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { domainEngines } from '../../../../test-kit/domain-engines.testing.ts'
import { migrate } from '../../../../platform/database/migrate/migrate.ts'
import { newId } from '../../../../platform/database/ids/new-id.ts'
import {
  createTestDatabase,
  type TestDatabase,
} from '../../../../platform/database/tests/create-test-database.testing.ts'
import { isInForce, proxyStatus } from '../../model/proxy-right.ts'
import { findLinked } from '../identities.ts'
import { listRightsOverPatient } from '../proxies.ts'
import { people } from './0001-people.ts'
import { invitations } from './0002-invitations.ts'

describe.each(domainEngines)('migrating a database from before invitations on %s', (engine) => {
  let kit: TestDatabase
  beforeAll(async () => {
    kit = await createTestDatabase({ engine, migrations: [people] })
  })
  afterAll(() => kit.close())

  it('keeps its sign-ins linked and its rights active', async () => {
    const [organization, patient, proxy] = [newId(), newId(), newId()]
    const bytes = Buffer.from('00', 'hex')
    const write = (statement: ReturnType<typeof sql>) =>
      kit.database.transact({ domain: 'directory', organizationId: organization }, (tx) => statement.execute(tx))
    await write(sql`insert into directory.patients
      (organization_id, id, zone, family_index, birth_date_index, version, sealed)
      values (${organization}, ${patient}, 'America/New_York', ${bytes}, ${bytes}, 1, ${bytes})`)
    await write(sql`insert into directory.proxies
      (organization_id, id, patient_id, person_id, scope, from_day, sealed)
      values (${organization}, ${proxy}, ${patient}, ${proxy}, array['visit'], '2026-01-01', ${bytes})`)
    for (const [kind, person] of [
      ['patient', patient],
      ['proxy', proxy],
    ] as const)
      await write(sql`insert into directory.identities (organization_id, id, identity_index, person_kind, person_id)
        values (${organization}, ${newId()}, ${Buffer.from(person)}, ${kind}, ${person})`)

    expect((await migrate(kit.database, [people, invitations])).applied).toEqual(['directory/0002-invitations'])

    const db = kit.database.reader({ domain: 'directory', organizationId: organization })
    expect(await findLinked(db, 'patient', [patient])).toEqual(new Set([patient]))
    expect(await findLinked(db, 'proxy', [proxy])).toEqual(new Set([proxy]))
    const [right] = await listRightsOverPatient(db, patient)
    if (!right) throw new Error('the right is gone')
    const now = new Date('2026-11-25T15:00:00Z')
    expect(proxyStatus(right, 'America/New_York', now)).toBe('active')
    expect(isInForce(right, 'America/New_York', now)).toBe(true)
  })
})

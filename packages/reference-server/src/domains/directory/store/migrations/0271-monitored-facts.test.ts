import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { domainEngines } from '../../../../test-kit/domain-engines.testing.ts'
import { migrate } from '../../../../platform/database/migrate/migrate.ts'
import { newId } from '../../../../platform/database/ids/new-id.ts'
import {
  createTestDatabase,
  type TestDatabase,
} from '../../../../platform/database/tests/create-test-database.testing.ts'
import { listDisabledMembers } from '../members.ts'
import { listUnindexedPatients } from '../unindexed-patients.ts'
import { people } from './0001-people.ts'
import { careTeams } from './0003-care-teams.ts'
import { phoneIndex } from './0005-phone-index.ts'
import { phonesIndexed } from './0006-phones-indexed.ts'
import { practitionerPhotos } from './0007-practitioner-photos.ts'
import { names } from './0009-names.ts'
import { timesOfChange } from './0011-times-of-change.ts'
import { replacedRecords } from './0012-replaced-records.ts'
import { monitoredFacts } from './0271-monitored-facts.ts'

const before = [people, careTeams, phoneIndex, phonesIndexed, practitionerPhotos, names, timesOfChange, replacedRecords]

describe.each(domainEngines)('migrating a database from before the facts of the monitor, on %s', (engine) => {
  let kit: TestDatabase
  beforeAll(async () => {
    kit = await createTestDatabase({ engine, migrations: before })
  })
  afterAll(() => kit.close())

  it('dates disabled members by their last change, and has patients with a record number read again', async () => {
    const [organization, active, disabled, numbered, other] = [newId(), newId(), newId(), newId(), newId()]
    const bytes = Buffer.from('00', 'hex')
    const write = (statement: ReturnType<typeof sql>) =>
      kit.database.transact({ domain: 'directory', organizationId: organization }, (tx) => statement.execute(tx))
    for (const [id, status] of [
      [active, 'active'],
      [disabled, 'disabled'],
    ])
      await write(sql`insert into directory.members
        (organization_id, id, display_name, roles, status, version, last_updated)
        values (${organization}, ${id}, 'Kim Staffsample', array['nurse'], ${status}, 1, '2026-03-01T10:00:00Z')`)
    for (const [id, number] of [
      [numbered, bytes],
      [other, null],
    ])
      await write(sql`insert into directory.patients (organization_id, id, zone, family_index, birth_date_index,
        record_number_index, phone_indexed, names_indexed, version, sealed)
        values (${organization}, ${id}, 'America/New_York', ${bytes}, ${bytes}, ${number}, true, true, 1, ${bytes})`)

    expect((await migrate(kit.database, [...before, monitoredFacts])).applied).toEqual([
      'directory/0271-monitored-facts',
    ])

    const db = kit.database.reader({ domain: 'directory', organizationId: organization })
    expect(await listDisabledMembers(db)).toEqual(new Map([[disabled, new Date('2026-03-01T10:00:00Z')]]))
    expect((await listUnindexedPatients(db, { limit: 5 })).map(({ id }) => id)).toEqual([numbered])
  })
})

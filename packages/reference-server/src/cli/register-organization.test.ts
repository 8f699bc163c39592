import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { composeServer, type ComposedServer } from '../compose-server.ts'
import { lakesideHealth, prepareServerFixture, type ServerFixture } from '../tests/compose-server.testing.ts'
import { readConfig } from '../config.ts'
import { newId } from '../platform/database/ids/new-id.ts'
import { operatorDirectory } from './operator-directory.ts'
import { registerOrganization, registerOrganizationCommand, type OrganizationFile } from './register-organization.ts'

const issuer = 'https://login.lakeside.example'
const fileOf = (id: string, members: OrganizationFile['members'] = []): OrganizationFile => ({
  ...lakesideHealth(id),
  issuers: [{ issuer, jwksUri: `${issuer}/jwks`, audience: 'lakeside-portal', clientId: 'lakeside-portal' }],
  members,
})

describe('registering a health system', () => {
  let place: ServerFixture
  let server: ComposedServer
  beforeAll(async () => {
    place = await prepareServerFixture('pglite')
    server = await composeServer(readConfig(place.environment))
  })
  afterAll(async () => {
    await server.close()
    await place.remove()
  })

  const whoIs = (organizationId: string, subject: string) =>
    server.provides.directory.resolvePerson(organizationId, issuer, subject, new Date())
  const operatorRows = async (organizationId: string) => {
    await server.platform.ledger.settle()
    const { rows } = await sql<Record<string, unknown>>`select entity, patient_id, actor_id, because from audit.accesses
      where organization_id = ${organizationId} and because = 'operator' order by id`.execute(
      server.platform.database.owner(),
    )
    return rows
  }

  it('links the first members to their sign-ins, on the record, so that they can invite the others', async () => {
    const id = newId()
    await registerOrganization(
      server,
      fileOf(id, [
        { displayName: 'First Administrator', roles: ['administrator'], identity: { issuer, subject: 'admin-1' } },
        { displayName: 'Invited Later', roles: ['nurse'] },
      ]),
    )
    expect(await whoIs(id, 'admin-1')).toMatchObject({ kind: 'member', roles: ['administrator'] })
    expect(await operatorRows(id)).toEqual([
      { entity: 'Member', patient_id: null, actor_id: 'command-line', because: 'operator' },
      { entity: 'Member', patient_id: null, actor_id: 'command-line', because: 'operator' },
    ])
  })

  it('refuses a sign-in of an issuer that the file does not register, and one that is already linked', async () => {
    const id = newId()
    const identity = { issuer: 'https://elsewhere.example', subject: 'admin-1' }
    const file = fileOf(id, [{ displayName: 'First Administrator', roles: ['administrator'], identity }])
    await expect(registerOrganization(server, file)).rejects.toThrow('is not registered for the organization')
    const directory = operatorDirectory(server, id, () => new Date())
    const member = { displayName: 'First', roles: ['administrator' as const], identity: { issuer, subject: 'admin-1' } }
    await directory.addMember(member)
    await expect(directory.addMember(member)).rejects.toThrow('linked to another person')
    expect(await operatorRows(id)).toHaveLength(1)
  })
})

it('the command leaves a row, of an organization of another region too', async () => {
  const place = await prepareServerFixture('postgres')
  onTestFinished(() => place.remove())
  vi.spyOn(console, 'log').mockImplementation(() => undefined)
  const [here, elsewhere] = [newId(), newId()]
  const file = join(place.folder, 'organization.json')
  const environment = { ...place.environment, VISITKIT_REGIONS: 'eu=https://eu.visits.example' }
  for (const [id, region] of [
    [here, undefined],
    [elsewhere, 'eu'],
  ] as const) {
    const { organization, ...more } = fileOf(id)
    await writeFile(file, JSON.stringify({ ...more, organization: { ...organization, ...(region && { region }) } }))
    await registerOrganizationCommand(file, environment)
  }
  const server = await composeServer(readConfig(environment))
  onTestFinished(() => server.close())
  const { rows } = await sql`
    select organization_id, action, entity, actor_id from audit.accesses
    where operation = 'organization.register' order by id`.execute(server.platform.database.owner())
  const row = { action: 'create', entity: 'Organization', actor_id: 'command-line' }
  expect(rows).toEqual([here, elsewhere].map((id) => ({ organization_id: id, ...row })))
})

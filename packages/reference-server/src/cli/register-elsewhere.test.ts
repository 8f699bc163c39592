import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { composeServer } from '../compose-server.ts'
import { readConfig } from '../config.ts'
import { newId } from '../platform/database/ids/new-id.ts'
import { createLogger } from '../platform/logging/logger.ts'
import { lakeside } from '../test-kit/create-clinic.ts'
import { registerElsewhere, registerOrganizationCommand } from './register-organization.ts'

const eu = 'https://eu.visits.example'

describe('registering an organization of another region', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'visitkit-regions-'))
  })
  afterAll(() => rm(folder, { recursive: true }))
  const file = {
    id: newId(),
    organization: { ...lakeside, region: 'eu' },
    issuers: [],
    clients: [{ clientId: 'harbor-portal', name: 'Harbor', grants: [], origins: ['https://portal.harbor.example'] }],
  } as const
  const environment = () => ({ VISITKIT_DATA_FOLDER: join(folder, newId()), VISITKIT_LOG_LEVEL: 'silent' })

  test('writes nothing of it here, but where it is', async () => {
    const config = readConfig({
      ...environment(),
      VISITKIT_DATABASE_URL: 'pglite:memory',
      VISITKIT_REGIONS: `eu=${eu}`,
    })
    const server = await composeServer(config, { logger: createLogger({ level: 'silent' }), timed: false })
    await registerElsewhere(server, file, config)
    const stored = async (table: string) =>
      (await sql`select * from ${sql.table(table)}`.execute(server.platform.database.owner())).rows
    expect(await stored('identity.client_directory')).toEqual([
      { client_id: 'harbor-portal', organization_id: file.id, origins: [], region: 'eu' },
    ])
    for (const table of ['directory.organizations', 'identity.clients', 'identity.issuers'])
      expect(await stored(table), table).toEqual([])
    await server.close()
  })

  test('is refused where the address of its region is not set', async () => {
    const path = join(folder, 'organization.json')
    await writeFile(path, JSON.stringify(file))
    await expect(registerOrganizationCommand(path, environment())).rejects.toThrow(
      'The organization is of the region eu, and this deployment is of us. Register it at the deployment of its region, and name that in VISITKIT_REGIONS here.',
    )
  })
})

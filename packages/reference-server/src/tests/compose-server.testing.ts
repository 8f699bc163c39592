import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { OrganizationFile } from '../cli/register-organization.ts'
import { composeServer } from '../compose-server.ts'
import { readConfig } from '../config.ts'
import { copyTemplate, type DatabaseTemplate } from '../platform/database/tests/create-test-database.testing.ts'

/** The browser origin whose pages may call the server. */
export const portalOrigin = 'https://portal.lakeside.example'

export interface ServerFixture {
  /** Used by this test file only. */
  readonly folder: string
  readonly environment: Readonly<Record<string, string>>
  /** Call after the server is closed. */
  remove(): Promise<void>
}

/** A database as a server leaves it that was composed once and never listened. */
export const composedOnce: DatabaseTemplate = {
  name: 'composed_once',
  fill: async (url) => {
    const folder = await mkdtemp(join(tmpdir(), 'visitkit-composed-'))
    await (await composeServer(readConfig(environmentOf(folder, url)))).close()
    await rm(folder, { recursive: true, force: true })
  },
}

/** Variables from which `readConfig` configures a complete server without log output, on a free port. */
export const environmentOf = (folder: string, databaseUrl: string): Record<string, string> => ({
  VISITKIT_PORT: '0',
  VISITKIT_PUBLIC_URL: 'http://visits.example',
  VISITKIT_DATA_FOLDER: join(folder, 'data'),
  VISITKIT_DATABASE_URL: databaseUrl,
  VISITKIT_LOG_LEVEL: 'silent',
  VISITKIT_DRAIN_SECONDS: '2',
})

/** A folder and a migrated database, so that a complete server starts without delay. */
export const prepareServerFixture = async (engine: 'pglite' | 'postgres'): Promise<ServerFixture> => {
  const folder = await mkdtemp(join(tmpdir(), 'visitkit-server-'))
  const { url, remove } = await copyTemplate(engine, composedOnce)
  return {
    folder,
    environment: environmentOf(folder, url),
    remove: async () => {
      await remove()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** The file that registers a health system; its portal, if given, is at `portalOrigin`. */
export const lakesideHealth = (id: string, portal?: { readonly clientId: string }): OrganizationFile => ({
  id,
  organization: {
    name: 'Lakeside Health',
    region: 'us',
    zone: 'America/Chicago',
    languages: ['en'],
    videoVendor: 'peer',
    brand: { name: 'Lakeside Health', accentColor: '#1f5f8b' },
    contact: { phone: '+1 555 0100', emergencyNumber: '911' },
  },
  issuers: [],
  clients:
    portal === undefined
      ? []
      : [{ clientId: portal.clientId, name: 'Lakeside portal', grants: ['token-exchange'], origins: [portalOrigin] }],
})

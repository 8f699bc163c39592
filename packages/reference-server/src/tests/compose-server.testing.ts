import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { OrganizationFile } from '../cli/register-organization.ts'
import { composeServer } from '../compose-server.ts'
import { readConfig } from '../config.ts'
import { copyTemplate, type DatabaseTemplate } from '../platform/database/tests/create-test-database.testing.ts'

/** Whose pages may call the server. */
export const portalOrigin = 'https://portal.lakeside.example'

export interface ServerFixture {
  /** Of this test file only. */
  readonly folder: string
  readonly environment: Readonly<Record<string, string>>
  /** What the template keeps outside its database; a test only reads it. */
  readonly files: string
  /** When the server is closed. */
  remove(): Promise<void>
}

/** As a server leaves it that has been composed once and has not begun to listen. */
export const composedOnce: DatabaseTemplate = {
  name: 'composed_once',
  fill: async (url) => {
    const folder = await mkdtemp(join(tmpdir(), 'visitkit-composed-'))
    await (await composeServer(readConfig(environmentOf(folder, url)))).close()
    await rm(folder, { recursive: true, force: true })
  },
}

/** With which `readConfig` gives a whole server that is quiet and on a port of its own. */
export const environmentOf = (folder: string, databaseUrl: string): Record<string, string> => ({
  VISITKIT_PORT: '0',
  VISITKIT_PUBLIC_URL: 'http://visits.example',
  VISITKIT_DATA_FOLDER: join(folder, 'data'),
  VISITKIT_DATABASE_URL: databaseUrl,
  VISITKIT_LOG_LEVEL: 'silent',
  VISITKIT_DRAIN_SECONDS: '2',
})

/**
 * Where a whole server can be started at once: a folder and a migrated database. A template that has composed a server in its own
 * `files` hands on the keys and whatever else lies in the data folder.
 */
export const prepareServerFixture = async (
  engine: 'pglite' | 'postgres',
  template: DatabaseTemplate = composedOnce,
): Promise<ServerFixture> => {
  const folder = await mkdtemp(join(tmpdir(), 'visitkit-server-'))
  const { url, files, remove } = await copyTemplate(engine, template)
  if (template !== composedOnce) await cp(join(files, 'data'), join(folder, 'data'), { recursive: true })
  return {
    folder,
    environment: environmentOf(folder, url),
    files,
    remove: async () => {
      await remove()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** What a health system is registered with; its portal, if it has one, is `portalOrigin`. */
export const lakesideHealth = (id: string, portal?: { readonly clientId: string }): OrganizationFile => ({
  id,
  organization: {
    name: 'Lakeside Health',
    region: 'us',
    zone: 'America/Chicago',
    languages: ['en'],
    videoVendor: 'peer',
    brand: { name: 'Lakeside Health', accentColor: '#1f5f8b' },
    contact: { phone: '+1 614 555 0100', emergencyNumber: '911' },
  },
  issuers: [],
  clients:
    portal === undefined
      ? []
      : [{ clientId: portal.clientId, name: 'Lakeside portal', grants: ['token-exchange'], origins: [portalOrigin] }],
})

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { composeServer } from '../../compose-server.ts'
import { readConfig } from '../../config.ts'
import type { Migration } from '../../platform/contracts/migration.ts'

/** The migrations of this release's domains, from a server that is composed in memory and ended. */
export const listReleaseMigrations = async (): Promise<readonly Migration[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'visitkit-migrations-'))
  try {
    const server = await composeServer(
      readConfig({
        VISITKIT_DATA_FOLDER: folder,
        VISITKIT_DATABASE_URL: 'pglite:memory',
        VISITKIT_LOG_LEVEL: 'silent',
      }),
    )
    await server.close()
    return [server.identity.module, ...server.modules].flatMap(({ migrations }) => migrations)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

import { copyTemplate } from '../packages/reference-server/src/platform/database/tests/create-test-database.testing.ts'
import { composedOnce } from '../packages/reference-server/src/tests/compose-server.testing.ts'

/** A database of this file only, as a server leaves it that was started once and stopped. Returns its URL. */
export const migratedDatabase = async (engine: 'postgres' | 'pglite' = 'postgres'): Promise<string> =>
  (await copyTemplate(engine, composedOnce)).url

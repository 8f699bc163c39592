import { execFile } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Comments that an integrator must see when pointing at a method, a parameter or a field. */
const documented = [
  'Books a held time. Safe to retry.',
  'or `age_outside`, beside the common codes.',
  'Aborting rejects the call with the signal',
  "In the patient's own words.",
  'An IANA time zone',
]

const fail = (fault: string): never => {
  throw new Error(`The package is not fit to be published: ${fault}`)
}

/**
 * Checks the built package as its users will meet it: loaded by both module systems, resolved by every kind of
 * TypeScript, documented, and independent of packages that are not published.
 *
 * @param dist - The folder that is published.
 */
export async function checkPackage(dist: string): Promise<void> {
  const files = await readdir(dist)
  const declarations = files.filter((file) => /\.d\.c?ts$/.test(file))
  const texts = await Promise.all(declarations.map(async (file) => readFile(join(dist, file), 'utf8')))
  if (texts.some((text) => text.includes('@visitkit/contract'))) fail('its types import the private contract.')
  for (const extension of ['.d.ts', '.d.cts']) {
    const all = texts.filter((_, index) => declarations[index]?.endsWith(extension)).join('\n')
    for (const comment of documented) if (!all.includes(comment)) fail(`"${comment}" is lost in *${extension}.`)
  }
  const use = `if (typeof sdk.createClient !== 'function' || !sdk.isProblem(new sdk.VisitError({ status: 0, code: 'x' }), 'x')) process.exit(1)`
  await run('node', ['--input-type=module', '-e', `import * as sdk from '@visitkit/sdk'; import '@visitkit/sdk/testing'; ${use}`.replaceAll('@visitkit/sdk/testing', join(dist, 'testing.js')).replaceAll("'@visitkit/sdk'", `'${join(dist, 'index.js')}'`)])
  await run('node', ['-e', `const sdk = require('${join(dist, 'index.cjs')}'); require('${join(dist, 'webhooks.cjs')}'); ${use}`])
  const options = { cwd: dist }
  await run('publint', ['--strict', dist], options).catch((error: { stdout: string }) => fail(error.stdout))
  await run('attw', ['--pack', dist], options).catch((error: { stdout: string }) => fail(error.stdout))
}

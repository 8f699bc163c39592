import { copyFile, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'tsup'
import { checkPackage } from './check-package.ts'
import { checkSizes } from './check-sizes.ts'

/**
 * Builds what is published: the folder `dist`, with a manifest of its own. The manifest beside this file points at the
 * sources, so that the other workspaces need no build.
 */
const folder = import.meta.dirname
const dist = join(folder, 'dist')
const contract = join(folder, '..', 'contract', 'generated')
const entries = ['index', 'resources', 'testing', 'webhooks'] as const

await rm(dist, { recursive: true, force: true })
await build({
  entry: Object.fromEntries(entries.map((entry) => [entry, join(folder, 'src', `${entry}.ts`)])),
  outDir: dist,
  format: ['esm', 'cjs'],
  target: 'es2023',
  platform: 'neutral',
  // The contract's package is private, so its types become part of this one: as a path they are no dependency.
  dts: { compilerOptions: { paths: { '@visitkit/contract': [join(contract, 'types.ts')] } } },
  tsconfig: join(folder, '..', '..', 'tsconfig.json'),
  silent: true,
})

const source = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Record<string, unknown>
const { name, version, description, license, type, sideEffects, dependencies } = source
const manifest = {
  name,
  version,
  description,
  license,
  type,
  sideEffects,
  engines: { node: '>=22' },
  main: './index.cjs',
  types: './index.d.cts',
  exports: Object.fromEntries(
    entries.map((entry) => [
      entry === 'index' ? '.' : `./${entry}`,
      {
        import: { types: `./${entry}.d.ts`, default: `./${entry}.js` },
        require: { types: `./${entry}.d.cts`, default: `./${entry}.cjs` },
      },
    ]),
  ),
  dependencies,
}
await writeFile(join(dist, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
await copyFile(join(folder, 'README.md'), join(dist, 'README.md'))
await copyFile(join(folder, '..', '..', 'LICENSE'), join(dist, 'LICENSE'))

await checkPackage(dist, join(contract, 'openapi.yaml'))
await checkSizes({ update: process.argv.includes('--update-sizes') })

import { existsSync } from 'node:fs'
import { copyFile, readFile, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { build } from 'tsup'
import { billOfMaterials } from '../../scripts/bill-of-materials.ts'
import { packageFolderOf, runtimePackages, thirdPartyNotices } from '../../scripts/third-party-notices.ts'
import { checkPackage } from './check-package.ts'
import { checkSizes } from './check-sizes.ts'

/**
 * Builds the published package: the folder `dist` with its own manifest. The manifest next to this file points at the sources, so that the
 * other workspaces need no build.
 */
const folder = import.meta.dirname
const dist = join(folder, 'dist')
const contract = join(folder, '..', 'contract', 'generated')
const entries = ['index', 'resources', 'testing', 'webhooks'] as const

await rm(dist, { recursive: true, force: true })
const shared = {
  entry: Object.fromEntries(entries.map((entry) => [entry, join(folder, 'src', `${entry}.ts`)])),
  outDir: dist,
  target: 'es2023',
  platform: 'neutral',
  tsconfig: join(folder, '..', '..', 'tsconfig.json'),
  silent: true,
} as const
await build({
  ...shared,
  format: ['esm', 'cjs'],
  // The contract's package is private. Its types are bundled through a path, so that they are no dependency.
  dts: { compilerOptions: { paths: { '@visitkit/contract': [join(contract, 'types.ts')] } } },
})
/** Bundles ky into the CommonJS files: ky is an ES module only, and `require` of an ES module differs between versions of Node. */
const bundled = new Set<string>()
await build({
  ...shared,
  format: ['cjs'],
  noExternal: ['ky'],
  esbuildPlugins: [
    {
      name: 'what-is-bundled',
      setup: ({ initialOptions, onEnd }) => {
        initialOptions.metafile = true
        onEnd(({ metafile }) => {
          for (const input of Object.keys(metafile?.inputs ?? {})) {
            const packageFolder = packageFolderOf(resolve(input))
            if (packageFolder !== null) bundled.add(packageFolder)
          }
        })
      },
    },
  ],
})
await writeFile(
  join(dist, 'THIRD-PARTY-NOTICES.txt'),
  thirdPartyNotices(
    'The CommonJS files of @visitkit/sdk contain the following software. The ES modules import it and contain none of it.',
    runtimePackages(bundled),
  ),
)
await writeFile(join(dist, 'sbom.cdx.json'), billOfMaterials(folder, runtimePackages([folder, ...bundled])))

const source = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Record<string, unknown>
const { exports: _exports, scripts: _scripts, devDependencies: _devDependencies, ...published } = source
const manifest = {
  ...published,
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
  publishConfig: { access: 'public' },
}
await writeFile(join(dist, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
for (const text of ['README.md', 'CHANGELOG.md'])
  if (existsSync(join(folder, text))) await copyFile(join(folder, text), join(dist, text))
await copyFile(join(folder, '..', '..', 'LICENSE'), join(dist, 'LICENSE'))

await checkPackage(dist, join(contract, 'openapi.yaml'))
await checkSizes({ update: process.argv.includes('--update-sizes') })

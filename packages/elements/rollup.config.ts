import { globSync } from 'node:fs'
import { nodeResolve } from '@rollup/plugin-node-resolve'
import type { RollupOptions } from 'rollup'
import esbuild, { minify } from 'rollup-plugin-esbuild'
import { bundleNotices } from './bundle-notices.ts'
import { minifyTemplates } from './minify-templates.ts'
import { writeVersion } from './write-version.ts'

const source = 'src'
const plugins = [
  nodeResolve({ extensions: ['.ts', '.js'], exportConditions: ['browser', 'production'], browser: true }),
  writeVersion(),
  esbuild({ target: 'es2022', sourceMap: true, tsconfig: false }),
  // Must run before any plugin that renames the template tags.
  minifyTemplates(),
]

const entries = [
  ...globSync(`${source}/define/*.ts`),
  ...globSync(`${source}/*/*.ts`).filter((file) => /^src\/([a-z-]+)\/\1\.ts$/.test(file)),
  `${source}/index.ts`,
  `${source}/video/load-driver.ts`,
  // A page that searches for patients itself reads a birth date as the elements do.
  `${source}/core/read-day.ts`,
]

/** Dependencies that bundlers resolve, so that a page has one copy. */
const shared = [/^lit($|\/)/, /^@lit\//, /^@visitkit\/sdk/, '@daily-co/daily-js']

const config: RollupOptions[] = [
  {
    // Modules for bundlers: one file per element, and shared chunks.
    input: Object.fromEntries(entries.map((file) => [file.slice(source.length + 1, -3), file])),
    external: shared,
    plugins,
    output: {
      dir: 'dist',
      format: 'es',
      sourcemap: true,
      entryFileNames: '[name].js',
      chunkFileNames: 'parts/[name]-[hash].js',
    },
  },
  {
    // One file for a script tag. Languages and the vendor's library are separate files, loaded on demand.
    input: { visitkit: `${source}/define/all.ts` },
    plugins: [...plugins, minify({ target: 'es2022', sourceMap: true, legalComments: 'none' }), bundleNotices()],
    output: {
      dir: 'dist',
      format: 'es',
      sourcemap: true,
      entryFileNames: '[name].js',
      chunkFileNames: 'visitkit/[name]-[hash].js',
    },
  },
]

// oxlint-disable-next-line import/no-default-export -- rollup reads its configuration from the default export
export default config

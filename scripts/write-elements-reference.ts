import { execFile } from 'node:child_process'
import { globSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { promisify } from 'node:util'
import { format, resolveConfig } from 'prettier'

const run = promisify(execFile)
const elements = join(import.meta.dirname, '../packages/elements')

export const elementsPage = join(import.meta.dirname, '../docs/reference/elements.md')

interface Described {
  readonly name: string
  readonly description?: string
  readonly default?: string
  readonly type?: { readonly text: string }
  readonly inheritedFrom?: { readonly name: string }
}

interface Member extends Described {
  readonly kind: 'field' | 'method'
  readonly static?: boolean
  readonly readonly?: boolean
  /** The attribute that sets it. */
  readonly attribute?: string
}

interface Element extends Described {
  readonly tagName: string
  readonly attributes?: readonly (Described & { readonly fieldName?: string })[]
  readonly events?: readonly Described[]
  readonly cssParts?: readonly Described[]
  readonly cssProperties?: readonly Described[]
  readonly slots?: readonly Described[]
  readonly members?: readonly Member[]
}

/** The custom-elements manifest, created from the source: no build is needed. */
const readManifest = async (): Promise<readonly Element[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'visitkit-manifest-'))
  try {
    const cem = join(import.meta.dirname, '../node_modules/.bin/cem')
    await run(
      cem,
      ['analyze', '--config', 'custom-elements-manifest.config.mjs', '--outdir', relative(elements, folder), '--quiet'],
      { cwd: elements },
    )
    const manifest = JSON.parse(await readFile(join(folder, 'custom-elements.json'), 'utf8')) as {
      modules: { declarations?: Partial<Element>[] }[]
    }
    return manifest.modules
      .flatMap(({ declarations = [] }) => declarations)
      .filter((declaration): declaration is Element => declaration.tagName !== undefined)
      .toSorted((a, b) => a.tagName.localeCompare(b.tagName, 'en'))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const text = (words = ''): string => words.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|')
const code = (words = ''): string => (words === '' ? '' : `\`${text(words)}\``)

const table = (title: string, heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  rows.length === 0
    ? ''
    : `**${title}**\n\n| ${heads.join(' | ')} |\n| ${heads.map(() => '---').join(' | ')} |\n${rows.map((row) => `| ${row.join(' | ')} |`).join('\n')}\n`

const attributeRows = (attributes: Element['attributes'] = []): readonly (readonly string[])[] =>
  attributes.map((one) => [code(one.name), code(one.fieldName), code(one.type?.text), text(one.description)])

const sectionOf = (element: Element): string => {
  const own = <T extends Described>(all: readonly T[] = []): readonly T[] =>
    all.filter((one) => one.inheritedFrom?.name !== 'VisitElement')
  const members = own(element.members).filter(
    (member) => !member.static && member.attribute === undefined && member.description,
  )
  const named = (all: readonly Described[] = []): readonly (readonly string[])[] =>
    all.map((one) => [code(one.name), text(one.description)])
  return [
    `## \`<${element.tagName}>\`\n\n${(element.description ?? '').trim()}\n`,
    table('Attributes', ['attribute', 'property', 'type', 'effect'], attributeRows(own(element.attributes))),
    table(
      'Properties and methods',
      ['name', 'type', 'effect'],
      members.map((one) => [
        code(one.kind === 'method' ? `${one.name}()` : one.name),
        code(one.type?.text),
        text(one.description),
      ]),
    ),
    table(
      'Events',
      ['event', 'detail', 'when'],
      (element.events ?? []).map((one) => [
        code(one.name),
        code(one.type?.text.replace(/^CustomEvent(?:<(.*)>)?$/s, '$1')),
        text(one.description),
      ]),
    ),
    table(
      'Slots',
      ['slot', 'for'],
      (element.slots ?? []).map((one) => [one.name === '' ? 'default' : code(one.name), text(one.description)]),
    ),
    table('Parts', ['part', 'description'], named(element.cssParts)),
    table('Own CSS properties', ['property', 'effect'], named(element.cssProperties)),
  ]
    .filter(Boolean)
    .join('\n')
}

/** The theme's public names and their defaults, from the stylesheet. */
const themeRows = async (): Promise<readonly (readonly string[])[]> => {
  const source = await readFile(join(elements, 'src/core/styles/tokens.ts'), 'utf8')
  const values = new Map(
    [...source.matchAll(/(--_[\w-]+): var\((--visit-[\w-]+), (.*)\);/g)].map(([, own = '', name = '', value = '']) => [
      own,
      { name, value },
    ]),
  )
  const spelled = (value: string): string =>
    value.replaceAll(/var\((--_[\w-]+)\)/g, (whole, own: string) => values.get(own)?.name ?? whole)
  return [...values.values()].map(({ name, value }) => [code(name), code(spelled(value))])
}

/** Names that only one part's stylesheet reads. */
const partTokens = async (): Promise<readonly string[]> => {
  const files = globSync('src/**/*.ts', { cwd: elements }).filter(
    (file) => !/tokens\.ts$|\.(test|stories)\.ts$/.test(file),
  )
  const sources = await Promise.all(files.map((file) => readFile(join(elements, file), 'utf8')))
  const names = sources.flatMap((source) => [...source.matchAll(/var\((--visit-[\w-]+)/g)].map(([, name = '']) => name))
  return [...new Set(names)].toSorted()
}

/** The expected content of the page. */
export const elementsReference = async (): Promise<string> => {
  const all = await readManifest()
  const shared = (all[0]?.attributes ?? []).filter((one) => one.inheritedFrom !== undefined)
  const theme = await themeRows()
  const known = new Set(theme.map(([name]) => name))
  const more = (await partTokens()).map(code).filter((name) => !known.has(name))
  const page = [
    opening,
    table('Attributes of every element', ['attribute', 'property', 'type', 'effect'], attributeRows(shared)),
    ...all.map(sectionOf),
    '## The theme\n\nSet these on the page, on the provider or on one element. They are inherited through shadow roots; the nearest one applies.\n',
    table('Colors, type and space', ['property', 'default'], theme),
    `Single parts read further properties: ${more.join(', ')}.`,
  ].join('\n')
  return format(page, { ...(await resolveConfig(elementsPage)), parser: 'markdown' })
}

const opening = `<!-- Written by \`node scripts/write-elements-reference.ts\` from the elements' source. Do not edit. -->

# Elements

Every element works inside one \`<visit-provider>\`, anywhere below it, in any order. [The first hour](../guides/first-hour.md) shows how they work together.

- Events bubble and cross shadow roots. Their details carry ids and codes, never a name or text that a person typed.
- "Cancel it" means \`event.preventDefault()\`: the page then performs the action itself.
- \`visit-\` is the prefix unless the page sets another with \`defineAll({ prefix })\`. Event names, parts and CSS properties keep \`visit-\`.
- The provider also takes \`client\`, a \`VisitClient\` that the page created, instead of \`server-url\` and \`getSession\`; reading it returns the client in use, or null.
`

if (import.meta.main) await writeFile(elementsPage, await elementsReference())

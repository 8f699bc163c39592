import { globSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'

/**
 * Checks `dist/custom-elements.json` after a build: every defined element is listed with its tag, every public part has a description, and
 * no internal property is an attribute. `node packages/elements/check-manifest.ts`
 */
process.chdir(import.meta.dirname)

interface Documented {
  readonly name: string
  readonly description?: string
}

interface Declaration extends Documented {
  readonly tagName?: string
  readonly attributes?: readonly Documented[]
  readonly events?: readonly (Documented & { readonly type?: { readonly text: string } })[]
  readonly cssParts?: readonly Documented[]
}

const { modules } = JSON.parse(await readFile('dist/custom-elements.json', 'utf8')) as {
  modules: { declarations?: Declaration[] }[]
}
const elements = modules.flatMap(({ declarations = [] }) => declarations).filter(({ tagName }) => tagName)
const faults: string[] = []

for (const name of globSync('src/define/*.ts')
  .map((file) => basename(file, '.ts'))
  .filter((name) => name !== 'all')) {
  if (!elements.some(({ tagName }) => tagName === `visit-${name}`)) faults.push(`visit-${name} is not in the manifest`)
}
for (const { tagName, description, attributes = [], events = [], cssParts = [] } of elements) {
  if (!description) faults.push(`${tagName} has no description`)
  for (const { name, description: text } of [...attributes, ...events, ...cssParts]) {
    if (!text) faults.push(`${tagName}: ${name} has no description`)
  }
  for (const { name } of attributes)
    if (!/^[a-z][a-z-]*$/.test(name)) faults.push(`${tagName}: ${name} is no attribute`)
  for (const { name, type } of events)
    if (!type?.text.includes('CustomEvent')) faults.push(`${tagName}: ${name} has no type`)
}

for (const fault of faults) console.error(fault)
console.log(`custom-elements.json: ${elements.length} elements, ${faults.length} faults`)
process.exitCode = faults.length ? 1 : 0

import { globSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fhirFaults, shownModels, type ContractModel } from './fhir-elements.ts'

const root = join(import.meta.dirname, '..')
const document = JSON.parse(await readFile(join(root, 'packages/contract/generated/openapi.json'), 'utf8')) as {
  readonly paths: unknown
  readonly components: { readonly schemas: Readonly<Record<string, ContractModel>> }
}
const models = document.components.schemas
const shown = shownModels(document.paths, models)
const readmes = Object.fromEntries(
  await Promise.all(
    globSync('packages/reference-server/src/domains/*/README.md', { cwd: root }).map(
      async (file) => [file, await readFile(join(root, file), 'utf8')] as const,
    ),
  ),
)

describe('the lists of FHIR elements', () => {
  it('have every field of every model that becomes a resource, or that an answer shows with health information', () => {
    expect(fhirFaults(models, readmes, shown)).toEqual([])
    expect(shown.size).toBeGreaterThan(100)
    const resources = Object.values(models).filter(({ description = '' }) => description.includes('FHIR:'))
    expect(resources.length).toBeGreaterThan(40)
    expect(Object.keys(readmes).length).toBeGreaterThan(10)
  })

  it('lack a field that the contract adds, and a model', () => {
    const patient = { ...models['Patient'], properties: { ...models['Patient']?.properties, planted: {} } }
    const planted = { description: 'FHIR: Planted.', properties: { id: {} } }
    expect(fhirFaults({ ...models, Patient: patient, Planted: planted }, readmes)).toEqual([
      expect.stringMatching(/^Planted is in no README/),
      expect.stringMatching(/Patient\.planted has no FHIR element/),
    ])
  })

  it('lack a model that an answer shows, unless they say as a whole why it goes nowhere', () => {
    const model = { Work: { properties: { id: {}, name: { 'x-phi': 'demographics' } } } }
    const named = { ...model, Outer: { properties: { work: { $ref: '#/components/schemas/Work' } } } }
    const paths = { '/v1/work': { get: { responses: { 200: { $ref: '#/components/schemas/Outer' } } } } }
    expect([...shownModels(paths, named)]).toEqual(['Work'])
    const text = (item: string): string => `# Domain\n\n## FHIR elements\n\n${item}\n`
    const none = '- **`Work`**: none: a list of work.'
    expect(fhirFaults(named, { a: text('') }, new Set(['Work']))).toHaveLength(1)
    expect(fhirFaults(named, { a: text(none) }, new Set(['Work']))).toEqual([])
    const resource = { Work: { ...model.Work, description: 'FHIR: Task.' } }
    expect(fhirFaults(resource, { a: text(none) })).toHaveLength(1)
    expect(fhirFaults(named, { a: text('- **`Work`**: Task. `id` id.') }, new Set(['Work']))).toEqual([
      expect.stringContaining('Work.name has no FHIR element'),
    ])
  })

  it('have nothing that the contract has not, nothing twice, and no field without a word', () => {
    const model = { Sample: { description: 'FHIR: Sample.', properties: { id: {}, name: {} } } }
    const text = (items: string): string =>
      `# Domain\n\n## FHIR elements\n\nWords.\n\n${items}\n\n## Tables\n\n- **\`X\`**: x.\n`
    const right = '- **`Sample`**: Sample (US Core), with more. `id` id; `name` name, use `official`.'
    expect(fhirFaults(model, { a: text(right) })).toEqual([])
    expect(fhirFaults(model, { a: text(right), b: text(right) })).toHaveLength(1)
    expect(fhirFaults(model, { a: text(`${right}\n- **\`Other\`**: Other. \`id\` id.`) })).toHaveLength(1)
    expect(fhirFaults(model, { a: text('- **`Sample`**: Sample. `id` id; `name`; `age` age.') })).toEqual([
      expect.stringContaining('no field age'),
      expect.stringContaining('Sample.name says nothing'),
    ])
  })
})
